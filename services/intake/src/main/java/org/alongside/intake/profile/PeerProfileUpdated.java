package org.alongside.intake.profile;

import org.alongside.eventing.document.Told;
import org.jspecify.annotations.Nullable;

/**
 * The profile as it is now, told whole, with the age band of the day.
 *
 * @param profile none while it is not known; then it is the age that is news
 */
public record PeerProfileUpdated(@Nullable PeerProfile profile, AgeBand ageBand) {

    record Payload(
            String patientId, String centreId, @Nullable PeerProfile profile, String ageBand) {}

    public Told tell(String patientId, String centreId) {
        return new Told("peer-profile-updated", "1.0.0", new Payload(patientId, centreId, profile, ageBand.code()));
    }
}
