package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.handoff.Handoff;
import org.jspecify.annotations.Nullable;

/**
 * One episode of care and the follow-up after it.
 *
 * @param centreId empty until anybody has named it
 * @param handoff null where none is wanted or it was withdrawn
 * @param paused another episode has taken over: nobody follows up on this one
 * @param plan the discharge that is planned while the person is told to have died; begun if that was an error
 */
record Episode(
        String admissionId,
        String centreId,
        Phase phase,
        @Nullable Handoff handoff,
        List<CheckIn> checkIns,
        Known known,
        boolean paused,
        @Nullable Plan plan) {

    private static final Comparator<Episode> BY_ADMISSION =
            Comparator.comparing(e -> e.phase().admitted(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    /** One that goes on is after all that ended; at the same instant, the one that began later. */
    static final Comparator<Episode> BY_ENDING = Comparator.<Episode, Boolean>comparing(
                    e -> e.phase().treated())
            .thenComparing(Episode::leftAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(BY_ADMISSION)
            .thenComparing(Episode::admissionId);

    /** @param day null for a plan without one */
    record Plan(@Nullable Instant day) {}

    static Episode heardOf(String admissionId, String centreId) {
        return new Episode(admissionId, centreId, new Phase.HeardOf(), null, List.of(), Known.NOTHING, false, null);
    }

    Episode phase(Phase next) {
        return new Episode(admissionId, centreId, next, handoff, checkIns, known, paused, plan);
    }

    Episode handoff(@Nullable Handoff next) {
        return new Episode(admissionId, centreId, phase, next, checkIns, known, paused, plan);
    }

    Episode known(Known next) {
        return new Episode(admissionId, centreId, phase, handoff, checkIns, next, paused, plan);
    }

    Episode paused(boolean is) {
        return new Episode(admissionId, centreId, phase, handoff, checkIns, known, is, plan);
    }

    Episode plan(@Nullable Plan next) {
        return new Episode(admissionId, centreId, phase, handoff, checkIns, known, paused, next);
    }

    Episode checkIns(List<CheckIn> next) {
        return new Episode(admissionId, centreId, phase, handoff, next, known, paused, plan);
    }

    Episode checkIn(CheckIn changed) {
        return checkIns(checkIns.stream()
                .map(c -> c.checkInId().equals(changed.checkInId()) ? changed : c)
                .toList());
    }

    Episode planning(CheckIn added) {
        return checkIns(Stream.concat(checkIns.stream(), Stream.of(added)).toList());
    }

    /** The hand-off, if there is one that the person has not declined. */
    @Nullable
    Handoff running() {
        return handoff == null || handoff.declined() ? null : handoff;
    }

    @Nullable
    Instant leftAt() {
        return phase instanceof Phase.Discharged left ? left.at() : null;
    }
}
