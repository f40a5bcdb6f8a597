package org.alongside.mentorship.matching;

import java.time.Duration;
import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens in a match: contacts, never their content, and its end. */
@Component
class WalkingTogether {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    private final Mentees mentees;

    WalkingTogether(Mentees mentees) {
        this.mentees = mentees;
    }

    void met(String patientId, Instant at, String channel, int minutes, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            var match = match(u);
            if (at.isAfter(u.now.plus(CLOCKS_MAY_DIFFER))) {
                throw Refused.invalid("in-the-future", "at", "A contact is logged after it happened.");
            }
            var contact = new Match.Contact(at, channel, minutes);
            u.events.contact(match, contact, match.firstContactAt() == null);
            u.match = match.with(contact);
        });
    }

    /** At any time, by anyone concerned, without a reason. A new search starts in the same write where one is due. */
    void end(String patientId, Side by, @Nullable String reason, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            var match = match(u);
            u.pass(match.mentorId(), "ended");
            u.endMatch(match, by, reason, true);
        });
    }

    private static Match match(Unfolding u) {
        if (u.match == null) {
            throw Refused.conflict("no-match", "The person has no mentor now.");
        }
        return u.match;
    }
}
