package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.person.Consent;

/** When time alone changes something for a mentee. Each deadline is gone once {@link Matching#proceed} has acted on it. */
record Deadlines(MentorshipSettings settings) {

    Optional<Instant> dueAt(Mentee mentee) {
        return Stream.of(search(mentee), firstContact(mentee), consent(mentee))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> search(Mentee mentee) {
        return switch (mentee.search()) {
            case Search.Offered offer -> Optional.of(offer.expires());
            case Search.Waiting waiting -> Optional.of(waiting.lookAgain());
            case Search.Claiming claiming -> Optional.empty();
            case Search.Idle idle -> idle(mentee, idle);
        };
    }

    private Optional<Instant> idle(Mentee mentee, Search.Idle idle) {
        return switch (idle.reason()) {
            case Blocker.PROFILE_AWAITED ->
                mentee.person().current().map(episode -> Blocker.profileDeadline(episode, settings.profileAwaited()));
            case Blocker.FROZEN -> Optional.of(Instant.EPOCH);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> firstContact(Mentee mentee) {
        var match = mentee.match();
        if (match == null || match.firstContactAt() != null) {
            return Optional.empty();
        }
        var wait = match.overdueTold() ? settings.firstContactGivenUp() : settings.firstContactOverdue();
        return Optional.of(match.assignedAt().plus(wait));
    }

    private static Optional<Instant> consent(Mentee mentee) {
        boolean volunteer = mentee.match() != null && !mentee.match().employedCoach() || volunteer(mentee.search());
        return volunteer ? Optional.ofNullable(mentee.person().disclosure()).map(Consent::expires) : Optional.empty();
    }

    private static boolean volunteer(Search search) {
        var proposal = search.proposal();
        return proposal != null && !proposal.employedCoach();
    }
}
