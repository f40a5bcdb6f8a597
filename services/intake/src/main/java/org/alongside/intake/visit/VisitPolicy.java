package org.alongside.intake.visit;

import java.util.List;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/** What no message may say, wherever it comes from; the first rule that is broken refuses. */
@FunctionalInterface
interface VisitPolicy {

    /** Null when the rule is kept. */
    @Nullable
    Refused broken(VisitMessage message);

    VisitPolicy LEVEL_KNOWN = m -> m.placement() == null || m.placement().levelOfCare().known()
            ? null
            : Refused.invalid("unknown-code", "levelOfCare", "The edition of the ASAM criteria has no such level.");

    VisitPolicy DISPOSITION_KNOWN = m -> m.disposition() == null || Dispositions.ALL.contains(m.disposition())
            ? null
            : Refused.invalid("unknown-code", "disposition", "There is no such disposition.");

    VisitPolicy LEFT_AFTER_COMING = m -> m.admittedAt() != null
                    && m.dischargedAt() != null
                    && m.dischargedAt().isBefore(m.admittedAt())
            ? Refused.invalid("discharge-before-admission", "dischargedAt", "Nobody is discharged before the admission.")
            : null;

    VisitPolicy ADMITTED_WITH_A_NUMBER = m -> m.visitNumber() != null || m.trigger() == Trigger.A08
            ? null
            : Refused.invalid("missing-field", "visitNumber", "Only news of the person may come without a visit number.");

    List<VisitPolicy> ALL = List.of(LEVEL_KNOWN, DISPOSITION_KNOWN, LEFT_AFTER_COMING, ADMITTED_WITH_A_NUMBER);

    static void check(VisitMessage message) {
        for (var rule : ALL) {
            var broken = rule.broken(message);
            if (broken != null) {
                throw broken;
            }
        }
    }
}
