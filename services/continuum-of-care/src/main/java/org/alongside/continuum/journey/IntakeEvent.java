package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What we read of intake's events, and nothing else of them. */
sealed interface IntakeEvent {

    record PatientAdmitted(
            String centreId,
            String admissionId,
            Instant admittedAt,
            @Nullable List<Consent> consents) implements IntakeEvent {}

    record LevelOfCareChanged(String centreId, String admissionId, Level to) implements IntakeEvent {}

    record DischargePlanned(
            String centreId, String admissionId, @Nullable Instant plannedFor) implements IntakeEvent {}

    record DischargePlanCancelled(String centreId, String admissionId) implements IntakeEvent {}

    record PatientDischarged(String centreId, String admissionId, Instant dischargedAt, String disposition)
            implements IntakeEvent {}

    record DischargeCancelled(
            String centreId, String admissionId, @Nullable Instant plannedFor) implements IntakeEvent {}

    record AdmissionCancelled(String centreId, String admissionId) implements IntakeEvent {}

    record AdmissionResumed(String centreId, String admissionId, Instant resumedAt) implements IntakeEvent {}

    record PatientDeceased() implements IntakeEvent {}

    record PatientDeceasedWithdrawn() implements IntakeEvent {}

    record ConsentGranted(Consent consent) implements IntakeEvent {}

    record ConsentRevoked(Consent consent) implements IntakeEvent {}

    record Level(String edition, String code) {}

    record Consent(
            @Nullable String consentId,
            String kind,
            int version,
            @Nullable Set<String> scopes,
            @Nullable Instant expires) {

        boolean contactAfterDischarge() {
            return kind.equals("contact-after-discharge");
        }
    }
}
