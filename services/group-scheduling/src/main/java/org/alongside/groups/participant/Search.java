package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one search considered, kept so that everyone can ask why.
 *
 * @param considered groups that were looked at
 * @param excluded which rule excluded a group, by groupId
 * @param ranked the groups that fit, best first; of a search that is kept, no more than {@value #RANKED_KEPT}
 * @param full how many groups fit and are full, however few of them {@code ranked} keeps
 */
record Search(Instant at, int considered, Map<String, String> excluded, List<Ranked> ranked, int full) {

    private static final int RANKED_KEPT = 10;

    /** @param contributions of each preference by its name, in their order; they add up to the score */
    record Ranked(String groupId, double score, boolean full, Map<String, Double> contributions) {}

    record Excluded(String rule, int count) {}

    Search shortened() {
        return new Search(
                at, considered, excluded, ranked.stream().limit(RANKED_KEPT).toList(), full);
    }

    /** Rules by how many groups they excluded; groups that fit and are full count as {@code group-full}. */
    List<Excluded> counts() {
        var counts = new TreeMap<String, Integer>();
        excluded.values().forEach(rule -> counts.merge(rule, 1, Integer::sum));
        if (full > 0) {
            counts.put("group-full", full);
        }
        return counts.entrySet().stream()
                .map(e -> new Excluded(e.getKey(), e.getValue()))
                .toList();
    }
}
