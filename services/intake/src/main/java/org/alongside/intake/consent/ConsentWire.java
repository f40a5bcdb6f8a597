package org.alongside.intake.consent;

import org.alongside.eventing.document.Told;
import org.alongside.intake.consent.ConsentEvent.ConsentGranted;
import org.alongside.intake.consent.ConsentEvent.ConsentRevoked;

/** Consents as the contract tells them. */
public final class ConsentWire {

    private ConsentWire() {}

    record Payload(String patientId, String centreId, ConsentEvent.Copy consent) {}

    public static Told tell(String patientId, String centreId, ConsentEvent event) {
        var payload = new Payload(patientId, centreId, event.consent());
        return switch (event) {
            case ConsentGranted e -> new Told("consent-granted", "1.0.0", payload);
            case ConsentRevoked e -> new Told("consent-revoked", "1.0.0", payload);
        };
    }
}
