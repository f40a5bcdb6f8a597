package org.alongside.intake.admission;

import java.time.Instant;
import java.util.List;
import org.alongside.intake.consent.ConsentEvent;
import org.alongside.intake.profile.AgeBand;
import org.alongside.intake.profile.PeerProfile;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.jspecify.annotations.Nullable;

/** What others are told of an admission; each follows from what they were told before. */
public sealed interface AdmissionEvent {

    /**
     * Enrolled.
     *
     * @param profile none while it is not known
     * @param consents those in force
     */
    record PatientAdmitted(
            String admissionId,
            Instant admittedAt,
            Placement placement,
            AgeBand ageBand,
            @Nullable PeerProfile profile,
            List<ConsentEvent.Copy> consents)
            implements AdmissionEvent {}

    /** Stepped up or down, or into another track at the same level. */
    record LevelOfCareChanged(
            String admissionId,
            LevelOfCare from,
            LevelOfCare to,
            @Nullable String track,
            Instant effectiveAt) implements AdmissionEvent {}

    /** Planned, or moved. */
    record DischargePlanned(String admissionId, @Nullable Instant plannedFor) implements AdmissionEvent {}

    record DischargePlanCancelled(String admissionId) implements AdmissionEvent {}

    record PatientDischarged(String admissionId, Instant dischargedAt, String disposition) implements AdmissionEvent {}

    /** It did not happen, or not as it was told; a plan that holds again is named. */
    record DischargeCancelled(String admissionId, @Nullable Instant plannedFor) implements AdmissionEvent {}

    /** The admission did not happen. */
    record AdmissionCancelled(String admissionId) implements AdmissionEvent {}

    /** The discharge happened, and the person is back within the gap. */
    record AdmissionResumed(
            String admissionId,
            Instant resumedAt,
            LevelOfCare levelOfCare,
            @Nullable String track) implements AdmissionEvent {}

    record PatientDeceased() implements AdmissionEvent {}

    /** No discharge says so any more: it was taken back, or corrected. */
    record PatientDeceasedWithdrawn() implements AdmissionEvent {}
}
