package org.alongside.intake.visit;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/** What no message may say, wherever it comes from; the first rule that is broken refuses. */
@FunctionalInterface
interface VisitPolicy {

    /** Null when the rule is kept. */
    @Nullable
    Refused broken(VisitMessage message, Instant now);

    VisitPolicy LEVEL_KNOWN = (m, now) -> m.whereabouts() == null
                    || m.whereabouts().levelOfCare().known()
            ? null
            : Refused.invalid("unknown-code", "levelOfCare", "The edition of the ASAM criteria has no such level.");

    VisitPolicy PLACE_IN_CODES = (m, now) -> m.whereabouts() == null
                    || codeOrNothing(m.whereabouts().programme())
                            && codeOrNothing(m.whereabouts().track())
            ? null
            : Refused.invalid("malformed", "programme", "Programme and track are lower-case codes.");

    VisitPolicy DISPOSITION_KNOWN = (m, now) -> m.disposition() == null || Dispositions.ALL.contains(m.disposition())
            ? null
            : Refused.invalid("unknown-code", "disposition", "There is no such disposition.");

    VisitPolicy LEFT_AFTER_COMING = (m, now) -> m.admittedAt() != null
                    && m.dischargedAt() != null
                    && m.dischargedAt().isBefore(m.admittedAt())
            ? Refused.invalid(
                    "discharge-before-admission", "dischargedAt", "Nobody is discharged before the admission.")
            : null;

    /** The order of what is said would be spoilt for good by a sender whose clock is a year ahead. */
    VisitPolicy HAPPENED_ALREADY = (m, now) -> {
        if (ahead(m.recordedAt(), now)) {
            return future("recordedAt");
        }
        if (ahead(m.admittedAt(), now)) {
            return future("admittedAt");
        }
        return ahead(m.dischargedAt(), now) ? future("dischargedAt") : null;
    };

    VisitPolicy WITHIN_LIVING_MEMORY = (m, now) -> {
        if (m.admittedAt() != null && !Plausible.withinLivingMemory(m.admittedAt(), now)) {
            return Refused.invalid("impossible-date", "admittedAt", "This is too long ago.");
        }
        if (m.expectedDischargeAt() != null && !Plausible.withinLivingMemory(m.expectedDischargeAt(), now)) {
            return Refused.invalid("impossible-date", "expectedDischargeAt", "This is too long ago.");
        }
        var born = m.demographics() == null ? null : m.demographics().birthDate();
        return born != null && !Plausible.withinLivingMemory(born, now)
                ? Refused.invalid("impossible-date", "birthDate", "This is too long ago.")
                : null;
    };

    VisitPolicy WITHIN_REACH =
            (m, now) -> m.expectedDischargeAt() == null || Plausible.foreseeable(m.expectedDischargeAt(), now)
                    ? null
                    : Refused.invalid("impossible-date", "expectedDischargeAt", "This is too far ahead to be planned.");

    VisitPolicy ADMITTED_WITH_A_NUMBER = (m, now) -> m.visitNumber() != null || m.trigger() == Trigger.A08
            ? null
            : Refused.invalid(
                    "missing-field", "visitNumber", "Only news of the person may come without a visit number.");

    List<VisitPolicy> ALL = List.of(
            LEVEL_KNOWN,
            PLACE_IN_CODES,
            DISPOSITION_KNOWN,
            LEFT_AFTER_COMING,
            HAPPENED_ALREADY,
            WITHIN_LIVING_MEMORY,
            WITHIN_REACH,
            ADMITTED_WITH_A_NUMBER);

    private static boolean codeOrNothing(@Nullable String said) {
        return said == null || Placement.CODE.test(said);
    }

    private static boolean ahead(@Nullable Instant at, Instant now) {
        return at != null && !Plausible.happened(at, now);
    }

    private static Refused future(String field) {
        return Refused.invalid("impossible-date", field, "This can't have happened in the future.");
    }

    static void check(VisitMessage message, Instant now) {
        for (var rule : ALL) {
            var broken = rule.broken(message, now);
            if (broken != null) {
                throw broken;
            }
        }
    }
}
