package org.alongside.intake.patient;

import java.time.Instant;
import java.util.List;
import org.alongside.intake.consent.ConsentKind;
import org.alongside.intake.consent.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What a peer may see of a person at this moment. Without the consent it is a card without identity.
 *
 * @param disclosed which parts are shown under the consent; to be accounted for
 * @param notice goes with whatever is shown under a consent
 */
record Card(
        String patientId,
        @Nullable String firstName,
        @Nullable String programme,
        List<String> disclosed,
        @Nullable String notice) {

    static Card of(String patientId, Patient patient, Instant now) {
        var consent = patient.consents().inForce(ConsentKind.PEER_DISCLOSURE, now);
        var scopes = consent.map(c -> c.scopes()).orElse(List.of());
        var firstName = scopes.contains("first-name") ? patient.person().known().given() : null;
        var programme = scopes.contains("programme") ? programme(patient) : null;
        var shown = scopes.stream()
                .filter(s -> s.equals("first-name") && firstName != null || s.equals("programme") && programme != null)
                .toList();
        return new Card(patientId, firstName, programme, shown, shown.isEmpty() ? null : Notice.SHORT_FORM);
    }

    private static @Nullable String programme(Patient patient) {
        return patient.admissions().inTreatment().stream()
                .map(a -> a.enrolment().placement().programme())
                .findFirst()
                .orElse(null);
    }
}
