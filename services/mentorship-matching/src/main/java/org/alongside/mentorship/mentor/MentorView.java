package org.alongside.mentorship.mentor;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Kept;

/**
 * What supervisors see of a mentor.
 *
 * @param people whom they have a place for
 */
record MentorView(
        String mentorId,
        MentorState state,
        int capacity,
        int free,
        int ended,
        List<Held> people,
        MentorProfile profile,
        long version) {

    record Held(String patientId, String matchId, Instant since) {}

    static MentorView of(Kept<Mentor> kept, Mentor mentor) {
        var people = mentor.places().entrySet().stream()
                .map(place -> new Held(
                        place.getValue().patientId(),
                        place.getKey(),
                        place.getValue().since()))
                .toList();
        return new MentorView(
                kept.id(),
                mentor.state(),
                mentor.capacity(),
                mentor.free(),
                mentor.ended(),
                people,
                mentor.profile(),
                kept.version());
    }
}
