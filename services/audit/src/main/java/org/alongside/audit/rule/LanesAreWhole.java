package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.LOST;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;

/**
 * Lost, by the numbers: every number a document has given, 1 to its {@code seq}, is on the topic or still in its outbox;
 * and no lane on the topic runs ahead of its document, which would mean that the store forgot a write.
 *
 * <p>Of a lane whose beginning was deleted for its age, numbers count from the first that is kept.
 *
 * <p>Numbers start at 1: a world that was restored from a backup, and counts from a base, is not for this rule.
 */
final class LanesAreWhole implements Rule {

    @Override
    public void look(World world, Book book) {
        world.documents().stream().filter(Stored::hasLane).forEach(document -> {
            var told = world.lanes().getOrDefault(document.lane(), List.of());
            var numbers = numbers(told);
            document.content()
                    .path("outbox")
                    .properties()
                    .forEach(entry -> numbers.add(Long.parseLong(entry.getKey())));
            long first = world.cut(document.lane()) ? firstKept(told, numbers, document) : 1;
            for (long number = first; number <= document.seq(); number++) {
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
        world.lanes().forEach((lane, facts) -> behind(lane, facts, world.given(lane), book));
    }

    private static long firstKept(List<Fact> told, Set<Long> waiting, Stored document) {
        return told.isEmpty()
                ? waiting.stream().min(Long::compare).orElse(document.seq() + 1)
                : told.getFirst().sequence();
    }

    private static void behind(Fact.LaneKey lane, List<Fact> facts, long kept, Book book) {
        long told = facts.stream().mapToLong(Fact::sequence).max().orElse(0);
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
