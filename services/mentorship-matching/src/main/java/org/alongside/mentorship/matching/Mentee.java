package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.mentorship.person.Person;
import org.alongside.mentorship.ranking.Seeker;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Everything matching decides about one person.
 *
 * @param searchingSince when the search that is on, or was interrupted, began
 * @param passed mentors this search has been through, with why; never proposed again in it by the machine
 * @param vetoed mentors that staff ruled out for good
 * @param previous mentors of matches that ended well
 * @param matches how many matchIds were made, {@code offers} how many offerIds; never go back
 */
@TypeAlias("mentee")
record Mentee(
        Person person,
        Search search,
        @Nullable Instant searchingSince,
        @Nullable Match match,
        @Nullable Continuity continuity,
        Map<String, String> passed,
        Set<String> vetoed,
        List<String> previous,
        int matches,
        int offers,
        @Nullable Why why,
        List<StaffChoice> choices) {

    static final Mentee SHELL = new Mentee(
            Person.UNKNOWN,
            new Search.Idle("no-admission"),
            null,
            null,
            null,
            Map.of(),
            Set.of(),
            List.of(),
            0,
            0,
            null,
            List.of());

    /** The match goes by this id, is claimed under it, or was offered with it. */
    boolean names(String matchId) {
        var proposal = search.proposal();
        return proposal != null && proposal.matchId().equals(matchId)
                || match != null && match.matchId().equals(matchId);
    }

    /** What was decided last: the proposal that is under way, else the one the match came from. */
    @Nullable
    Proposal chosen() {
        var proposal = search.proposal();
        return proposal != null || match == null ? proposal : match.proposal();
    }

    boolean continuityOpen() {
        return openContinuity() != null;
    }

    /** What the hand-off of an admission that is known here asked for, while no match answers it. */
    @Nullable
    Continuity openContinuity() {
        return continuity == null
                        || continuity.answered()
                        || !person.episodes().containsKey(continuity.admissionId())
                        || person.cancelled(continuity.admissionId())
                ? null
                : continuity;
    }

    @Nullable
    String openRequest() {
        var open = openContinuity();
        return open == null ? null : open.requestId();
    }

    Seeker seeker(String patientId, String centreId, Instant now) {
        return new Seeker(
                patientId,
                centreId,
                person.adult(),
                person.wishes(),
                person.discloses(now),
                continuityOpen(),
                passed.keySet(),
                vetoed,
                previous,
                person.ageBand(),
                false,
                false);
    }
}
