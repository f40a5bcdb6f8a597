package org.alongside.intake.admission;

import java.time.Instant;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.admission.Admission.Cancelled;
import org.alongside.intake.admission.Admission.Discharged;
import org.alongside.intake.admission.Admission.InTreatment;
import org.alongside.intake.admission.Admission.Leaving;
import org.alongside.intake.visit.Plausible;
import org.jspecify.annotations.Nullable;

/**
 * What staff may do to an admission, and what an answer may say; one named rule each.
 *
 * @param <T> what the rule looks at
 */
@FunctionalInterface
interface AdmissionPolicy<T> {

    /** Null when the rule is kept. */
    @Nullable
    Refused broken(T asked);

    /** An instant that somebody entered, and now. */
    record Entered(String field, Instant at, Instant now) {}

    /** A discharge or its plan, and the admission it belongs to. */
    record Leaves(String field, @Nullable Instant at, Admission admission) {}

    AdmissionPolicy<Entered> HAPPENED_ALREADY = e -> Plausible.happened(e.at(), e.now())
            ? null
            : Refused.invalid("impossible-date", e.field(), "This can't have happened in the future.");

    AdmissionPolicy<Entered> WITHIN_LIVING_MEMORY = e -> Plausible.withinLivingMemory(e.at(), e.now())
            ? null
            : Refused.invalid("impossible-date", e.field(), "This is too long ago.");

    AdmissionPolicy<Entered> WITHIN_REACH = e -> Plausible.foreseeable(e.at(), e.now())
            ? null
            : Refused.invalid("impossible-date", e.field(), "This is too far ahead to be planned.");

    AdmissionPolicy<Leaves> LEAVES_AFTER_COMING = l -> l.at() != null
                    && l.at().isBefore(l.admission().enrolment().admittedAt())
            ? Refused.invalid("discharge-before-admission", l.field(), "Nobody is discharged before the admission.")
            : null;

    AdmissionPolicy<Admission> IN_TREATMENT = a -> a instanceof InTreatment
            ? null
            : Refused.conflict("admission-not-open", "The admission is " + a.code() + ".");

    AdmissionPolicy<Admission> PLANNED = a -> a instanceof Leaving
            ? null
            : Refused.conflict("no-discharge-planned", "No discharge is planned; the admission is " + a.code() + ".");

    AdmissionPolicy<Admission> DISCHARGED = a -> a instanceof Discharged
            ? null
            : Refused.conflict("admission-not-discharged", "The admission is " + a.code() + ".");

    AdmissionPolicy<Admission> NOT_CANCELLED = a -> a instanceof Cancelled
            ? Refused.conflict("admission-cancelled", "The admission was cancelled before.")
            : null;

    default T check(T asked) {
        var broken = broken(asked);
        if (broken != null) {
            throw broken;
        }
        return asked;
    }
}
