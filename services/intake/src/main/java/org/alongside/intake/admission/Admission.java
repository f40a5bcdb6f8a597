package org.alongside.intake.admission;

import java.time.Instant;
import org.alongside.intake.admission.AdmissionEvent.AdmissionCancelled;
import org.alongside.intake.admission.AdmissionEvent.AdmissionResumed;
import org.alongside.intake.admission.AdmissionEvent.DischargeCancelled;
import org.alongside.intake.admission.AdmissionEvent.DischargePlanCancelled;
import org.alongside.intake.admission.AdmissionEvent.DischargePlanned;
import org.alongside.intake.admission.AdmissionEvent.LevelOfCareChanged;
import org.alongside.intake.admission.AdmissionEvent.PatientDischarged;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Plan;
import org.alongside.intake.visit.Stay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** One admission as others were told of it. What holds is an {@link Episode}; {@link Following} tells the difference. */
public sealed interface Admission {

    Enrolment enrolment();

    default String admissionId() {
        return enrolment().admissionId();
    }

    /** {@code enrolled}, {@code discharge-planned}, {@code discharged} or {@code cancelled}. */
    default String code() {
        return switch (this) {
            case Enrolled a -> "enrolled";
            case Leaving a -> "discharge-planned";
            case Discharged a -> "discharged";
            case Cancelled a -> "cancelled";
        };
    }

    /** The same admission, one of whose visits is filed under another key now. */
    default Admission renaming(String visit, String to) {
        var renamed = enrolment().renaming(visit, to);
        return switch (this) {
            case Enrolled a -> new Enrolled(renamed);
            case Leaving a -> new Leaving(renamed, a.plan());
            case Discharged a -> new Discharged(renamed, a.dischargedAt(), a.disposition());
            case Cancelled a -> new Cancelled(renamed);
        };
    }

    /** Told, and not cancelled. */
    sealed interface Live extends Admission {

        default Decided<Cancelled, AdmissionCancelled> cancel() {
            return new Decided<>(new Cancelled(enrolment()), new AdmissionCancelled(admissionId()));
        }
    }

    /** In treatment. */
    sealed interface InTreatment extends Live {

        @Nullable
        Plan plan();

        InTreatment in(Enrolment enrolment);

        default Decided<InTreatment, LevelOfCareChanged> place(Placement next, Instant effectiveAt) {
            var from = enrolment().placement().levelOfCare();
            return new Decided<>(
                    in(enrolment().in(next)),
                    new LevelOfCareChanged(admissionId(), from, next.levelOfCare(), next.track(), effectiveAt));
        }

        default Decided<Leaving, DischargePlanned> plan(Plan plan) {
            return new Decided<>(
                    new Leaving(enrolment(), plan), new DischargePlanned(admissionId(), plan.plannedFor()));
        }

        default Decided<Discharged, PatientDischarged> discharge(Stay.Ended ending) {
            return new Decided<>(
                    new Discharged(enrolment(), ending.dischargedAt(), ending.disposition()),
                    new PatientDischarged(admissionId(), ending.dischargedAt(), ending.disposition()));
        }
    }

    @TypeAlias("enrolled")
    record Enrolled(Enrolment enrolment) implements InTreatment {

        @Override
        public @Nullable Plan plan() {
            return null;
        }

        @Override
        public Enrolled in(Enrolment next) {
            return new Enrolled(next);
        }
    }

    /** In treatment, and to be discharged. */
    @TypeAlias("leaving")
    record Leaving(Enrolment enrolment, Plan plan) implements InTreatment {

        @Override
        public Leaving in(Enrolment next) {
            return new Leaving(next, plan);
        }

        Decided<Enrolled, DischargePlanCancelled> stay() {
            return new Decided<>(new Enrolled(enrolment), new DischargePlanCancelled(admissionId()));
        }
    }

    @TypeAlias("discharged")
    record Discharged(Enrolment enrolment, Instant dischargedAt, String disposition) implements Live {

        Discharged in(Enrolment next) {
            return new Discharged(next, dischargedAt, disposition);
        }

        /** A plan without a day cannot be named here; it is told anew afterwards. */
        Decided<InTreatment, DischargeCancelled> takeBack(@Nullable Plan plan) {
            var again =
                    plan == null || plan.plannedFor() == null ? new Enrolled(enrolment) : new Leaving(enrolment, plan);
            return new Decided<>(again, new DischargeCancelled(admissionId(), plan == null ? null : plan.plannedFor()));
        }

        Decided<Enrolled, AdmissionResumed> resume(Instant at, Placement placement) {
            return new Decided<>(
                    new Enrolled(enrolment),
                    new AdmissionResumed(admissionId(), at, placement.levelOfCare(), placement.track()));
        }
    }

    /** It did not happen. A later admission of the same visit is another one. */
    @TypeAlias("cancelled")
    record Cancelled(Enrolment enrolment) implements Admission {}
}
