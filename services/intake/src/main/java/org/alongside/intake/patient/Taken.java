package org.alongside.intake.patient;

import java.util.List;
import org.alongside.intake.consent.ConsentEvent;
import org.alongside.intake.consent.Consents;
import org.alongside.intake.profile.PeerProfile;

/** What was taken in, before it is settled what follows from it. */
public record Taken(Patient patient, List<ConsentEvent> consents, boolean profileChanged) {

    public static Taken of(Patient patient) {
        return new Taken(patient, List.of(), false);
    }

    public static Taken of(Patient patient, Consents.Changed changed) {
        return new Taken(patient.with(changed.next()), changed.events(), false);
    }

    public static Taken of(Patient patient, PeerProfile changed) {
        return new Taken(patient.with(changed), List.of(), true);
    }
}
