package org.alongside.intake.consent;

import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signed consent comes in, or is taken back. Both are told in the same write. */
@Component
final class GrantingConsents {

    private final Patients patients;

    GrantingConsents(Patients patients) {
        this.patients = patients;
    }

    /** @param state {@code in-force} or {@code ended} */
    record Standing(
            String consentId,
            String kind,
            int version,
            String state,
            @Nullable Instant expires) {

        static Standing of(Consent consent) {
            return switch (consent) {
                case Consent.Granted g ->
                    new Standing(g.consentId(), g.kind().code(), g.version(), "in-force", g.expires());
                case Consent.Ended e ->
                    new Standing(
                            e.consentId(),
                            e.kind().code(),
                            e.version(),
                            "ended",
                            e.was().expires());
            };
        }
    }

    Standing grant(String patientId, Cause.Command cause, ConsentForm form) {
        return patients.change(
                patientId,
                cause,
                Standing.class,
                (patient, now) -> {
                    var asked = ConsentPolicy.complete(form, now);
                    if (asked.signed().endsWithTreatment()
                            && patient.admissions().treatmentIsOver()) {
                        throw Refused.conflict(
                                "treatment-over",
                                "The person has been discharged; a consent that ends with treatment would never end.");
                    }
                    return Taken.of(patient, patient.consents().grant(patientId, asked));
                },
                patient -> Standing.of(patient.consents().all().getLast()));
    }

    Standing revoke(String patientId, String consentId, Cause.Command cause) {
        return patients.change(
                patientId,
                cause,
                Standing.class,
                (patient, now) -> Taken.of(patient, patient.consents().revoke(consentId, now)),
                patient -> Standing.of(patient.consents().find(consentId)));
    }
}
