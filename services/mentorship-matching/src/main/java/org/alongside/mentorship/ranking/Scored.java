package org.alongside.mentorship.ranking;

import java.util.Map;
import org.alongside.mentorship.mentor.Relation;

/**
 * A mentor who fits, and how well.
 *
 * @param rank 1 is the best
 * @param terms of the mentor that the rules were checked against
 * @param contributions what each soft rule adds to the score by its name, in their order, its weight applied; in
 *     ten-thousandths, so that sums are exact
 */
public record Scored(
        String mentorId, Relation relation, boolean employed, int terms, int rank, Map<String, Integer> contributions) {

    /** In ten-thousandths: exactly the sum of the contributions. */
    public int score() {
        return contributions.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Scored ranked(int place) {
        return new Scored(mentorId, relation, employed, terms, place, contributions);
    }

    public boolean employedCoach() {
        return relation == Relation.COACH && employed;
    }
}
