package org.alongside.mentorship.mentor;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Kept;

/**
 * What supervisors see of a mentor.
 *
 * @param people whom they have a place for
 * @param lapsed what the centre asks of such a mentor and is missing or out of date now: nobody new is offered; people stay
 *     until a supervisor suspends the mentor or ends a match
 */
record MentorView(
        String mentorId,
        MentorState state,
        int capacity,
        int free,
        int ended,
        List<Held> people,
        List<String> lapsed,
        MentorProfile profile,
        long version) {

    record Held(String patientId, String matchId, Instant since) {}

    static MentorView of(Kept<Mentor> kept, Mentor mentor, List<String> lapsed) {
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
                lapsed,
                mentor.profile(),
                kept.version());
    }
}
