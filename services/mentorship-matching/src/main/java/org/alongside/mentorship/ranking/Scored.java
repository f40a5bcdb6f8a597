package org.alongside.mentorship.ranking;

import java.util.List;
import org.alongside.mentorship.mentor.Relation;

/**
 * A mentor who fits, and how well.
 *
 * @param rank 1 is the best
 * @param terms of the mentor that the rules were checked against
 */
public record Scored(
        String mentorId, Relation relation, boolean employed, int terms, int rank, List<Contribution> contributions) {

    /** In ten-thousandths: exactly the sum of the contributions. */
    public int score() {
        return contributions.stream().mapToInt(Contribution::points).sum();
    }

    public Scored ranked(int place) {
        return new Scored(mentorId, relation, employed, terms, place, contributions);
    }

    public boolean employedCoach() {
        return relation == Relation.COACH && employed;
    }
}
