package org.alongside.intake.profile;

import org.alongside.eventing.document.Told;

/** The profile as it is now, told whole, with the age band of the day. */
public record PeerProfileUpdated(PeerProfile profile, AgeBand ageBand) {

    record Payload(String patientId, String centreId, PeerProfile profile, String ageBand) {}

    public Told tell(String patientId, String centreId) {
        return new Told("peer-profile-updated", "1.0.0", new Payload(patientId, centreId, profile, ageBand.code()));
    }
}
