package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.LOST;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;

/**
 * Lost, by the numbers: every number a document has given, 1 to its {@code seq}, is on the topic or still in its outbox;
 * and no lane on the topic runs ahead of its document, which would mean that the store forgot a write.
 *
 * <p>Numbers start at 1: a world that was restored from a backup, and counts from a base, is not for this rule.
 */
final class LanesAreWhole implements Rule {

    @Override
    public void look(World world, Book book) {
        var lanes = world.lanes();
        var given = new HashMap<Fact.LaneKey, Long>();
        world.documents().stream().filter(Stored::hasLane).forEach(document -> {
            var lane = document.lane();
            given.merge(lane, document.seq(), Math::max);
            var numbers = numbers(lanes.getOrDefault(lane, List.of()));
            document.content()
                    .path("outbox")
                    .properties()
                    .forEach(entry -> numbers.add(Long.parseLong(entry.getKey())));
            for (long number = 1; number <= document.seq(); number++) {
                if (!numbers.contains(number)) {
                    book.fault(
                            LOST,
                            "event-told",
                            document.id(),
                            "number " + number + " of its lane in " + document.service()
                                    + " is neither on the topic nor in the outbox");
                }
            }
        });
        lanes.forEach((lane, facts) -> behind(lane, facts, given, book));
    }

    private static void behind(Fact.LaneKey lane, List<Fact> facts, Map<Fact.LaneKey, Long> given, Book book) {
        long told = facts.stream().mapToLong(Fact::sequence).max().orElse(0);
        long kept = given.getOrDefault(lane, 0L);
        if (told > kept) {
            book.fault(
                    LOST,
                    "document-kept",
                    lane.id(),
                    "the lane of " + lane.service() + " is told up to " + told + ", its document knows " + kept);
        }
    }

    private static HashSet<Long> numbers(List<Fact> facts) {
        return facts.stream().map(Fact::sequence).collect(Collectors.toCollection(HashSet::new));
    }
}
