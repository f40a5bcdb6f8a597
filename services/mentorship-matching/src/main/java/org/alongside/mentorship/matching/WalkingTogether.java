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

    /** They may have met on the day they were offered to each other, before both yeses were written down. */
    private static final Duration YES_MAY_COME_LATER = Duration.ofDays(1);

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
            if (at.isBefore(match.assignedAt().minus(YES_MAY_COME_LATER))) {
                throw Refused.invalid("before-the-match", "at", "They did not walk together yet.");
            }
            var contact = new Match.Contact(at, channel, minutes);
            u.events.contact(match, contact, match.firstContactAt() == null);
            u.match = match.with(contact);
        });
    }

    /** At any time, by anyone concerned, without a reason. A new search starts in the same write where one is due. */
    void end(String patientId, Side by, EndReason.@Nullable Said reason, Cause cause) {
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
