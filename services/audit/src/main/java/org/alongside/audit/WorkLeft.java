package org.alongside.audit;

import static org.alongside.audit.finding.Count.LOST;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What documents still have to tell or to do, reading after reading. Work under way goes away by itself and new work comes;
 * what stays from the first reading to the last is stuck, and as good as lost. A document that is frozen by a parked lane
 * does nothing and lets nothing be done to it until staff have looked, so what it owes or is owed is not stuck.
 */
final class WorkLeft {

    private static final String TO_TELL = "outbox";
    private static final String TO_DO = "owed";

    private record Owner(String service, String collection, String id) {

        static Owner of(Stored document) {
            return new Owner(document.service(), document.collection(), document.id());
        }
    }

    private @Nullable Map<Owner, Set<String>> left;

    void seen(List<Stored> documents) {
        var now = new LinkedHashMap<Owner, Set<String>>();
        var frozen = World.frozen(documents);
        documents.stream()
                .filter(Stored::hasLane)
                .forEach(document -> now.put(Owner.of(document), work(document, frozen)));
        if (left == null) {
            left = now;
        } else {
            left.forEach((owner, work) -> work.retainAll(now.getOrDefault(owner, Set.of())));
        }
    }

    private static Set<String> work(Stored document, Set<Fact.LaneKey> frozen) {
        var toTell = document.content().path(TO_TELL).propertyNames().stream().map(entry -> TO_TELL + " " + entry);
        var toDo = document.content().path(TO_DO).properties().stream()
                .filter(owed -> !document.frozen()
                        && !frozen.contains(new Fact.LaneKey(
                                document.service(),
                                owed.getValue().path("target").asString(""))))
                .map(owed -> TO_DO + " " + owed.getKey());
        return Stream.concat(toTell, toDo).collect(Collectors.toCollection(HashSet::new));
    }

    /** One fault for each document, whatever is stuck in it. */
    void judge(Book book) {
        if (left != null) {
            left.entrySet().stream()
                    .filter(owner -> !owner.getValue().isEmpty())
                    .forEach(owner -> stuck(owner.getKey(), owner.getValue(), book));
        }
    }

    private static void stuck(Owner owner, Set<String> work, Book book) {
        long toTell = work.stream().filter(entry -> entry.startsWith(TO_TELL)).count();
        book.fault(
                LOST,
                "work-left",
                owner.id(),
                "a document of " + owner.service() + "/" + owner.collection() + " has " + toTell + " to tell and "
                        + (work.size() - toTell) + " to do that do not go away");
    }
}
