package org.alongside.mentorship.matching;

import java.util.Map;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.mentor.Relation;
import org.alongside.mentorship.ranking.Scored;
import org.jspecify.annotations.Nullable;

/**
 * A mentor chosen for a person, and why.
 *
 * @param matchId also the id of the claim on the mentor's place; never used again
 * @param rank among all that fitted; 1 unless staff chose
 * @param staff who picked the mentor, or null where the machine did
 */
record Proposal(
        String matchId,
        String admissionId,
        String mentorId,
        Relation relation,
        boolean employed,
        Map<String, Integer> contributions,
        int score,
        int rank,
        int considered,
        @Nullable String staff) {

    static Proposal of(String matchId, String admissionId, Scored chosen, int considered, @Nullable String staff) {
        return new Proposal(
                matchId,
                admissionId,
                chosen.mentorId(),
                chosen.relation(),
                chosen.employed(),
                chosen.contributions(),
                chosen.score(),
                chosen.rank(),
                considered,
                staff);
    }

    Proposal as(MentorProfile profile) {
        return new Proposal(
                matchId,
                admissionId,
                mentorId,
                profile.relation(),
                profile.employed(),
                contributions,
                score,
                rank,
                considered,
                staff);
    }

    boolean employedCoach() {
        return relation == Relation.COACH && employed;
    }
}
