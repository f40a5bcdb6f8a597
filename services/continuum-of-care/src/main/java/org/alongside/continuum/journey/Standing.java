package org.alongside.continuum.journey;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alongside.eventing.web.Refused;

/** The present phase of a journey in one word, by which people are looked up. */
enum Standing {
    EXPECTED,
    IN_TREATMENT,
    LEAVING,
    HAND_OFF,
    ALUMNI,
    PAUSED,
    LEFT,
    DECLINED,
    CANCELLED,
    ENDED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Refused when no phase is called like this */
    static Standing of(String code) {
        return Arrays.stream(values())
                .filter(standing -> standing.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "unknown-code",
                        "phase",
                        "One of these is needed: "
                                + Arrays.stream(values()).map(Standing::code).collect(Collectors.joining(", "))
                                + "."));
    }

    static Standing of(boolean deceased, Collection<Episode> episodes) {
        if (deceased) {
            return ENDED;
        }
        return episodes.stream()
                .filter(episode -> !(episode.phase() instanceof Phase.Cancelled))
                .max(Episode.BY_ENDING)
                .map(Standing::of)
                .orElse(episodes.isEmpty() ? EXPECTED : CANCELLED);
    }

    private static Standing of(Episode episode) {
        return switch (episode.phase()) {
            case Phase.HeardOf heard -> EXPECTED;
            case Phase.InTreatment treated -> episode.handoff() == null ? IN_TREATMENT : LEAVING;
            case Phase.Cancelled cancelled -> CANCELLED;
            case Phase.Discharged left -> afterwards(episode, left);
        };
    }

    private static Standing afterwards(Episode episode, Phase.Discharged left) {
        if (left.declined()) {
            return DECLINED;
        }
        var handoff = episode.running();
        if (handoff != null) {
            return handoff.allSecured() ? ALUMNI : HAND_OFF;
        }
        return switch (left.disposition().course()) {
            case HAND_OFF, CALL_FIRST -> LEFT;
            case PAUSE -> PAUSED;
            case STOP -> ENDED;
        };
    }
}
