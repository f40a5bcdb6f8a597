package org.alongside.mentorship.ranking;

import java.util.List;
import java.util.Optional;

/**
 * The answer of one search.
 *
 * @param considered every mentor that was looked at
 * @param best those who fit, best first, as many as are kept for the question why
 * @param excluded the others, by rule; together with all who fit they are the considered
 */
public record Ranking(int considered, int fitting, List<Scored> best, List<Excluded> excluded) {

    public Optional<Scored> first() {
        return best.stream().findFirst();
    }
}
