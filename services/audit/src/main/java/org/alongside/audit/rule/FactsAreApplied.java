package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.LOST;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alongside.audit.finding.Book;
import org.alongside.audit.finding.Findings;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Lost, between services: whoever listens has a document of that person, and its receipt for the lane has reached the last
 * record that it applies. A parked lane is no loss: it waits, whole and in order, for staff; it is noted. Nor is a record that
 * staff took out of it: it is kept with who did it and why, and noted.
 */
final class FactsAreApplied implements Rule {

    private static final String SKIPPED = "skipped";

    @Override
    public void look(World world, Book book) {
        var parked = parked(world);
        book.note(Findings.LANES_PARKED, parked.size());
        book.note(
                "records skipped by staff",
                World.SERVICES.stream()
                        .mapToLong(service -> world.documents(service, SKIPPED).count())
                        .sum());
        world.lanes().forEach((lane, facts) -> {
            for (var listening : Listening.ALL) {
                if (listening.source().equals(lane.service())
                        && !parked.contains(List.of(listening.service(), lane.service(), lane.id()))) {
                    applied(listening, lane, facts, world, book);
                }
            }
        });
    }

    private static void applied(Listening listening, Fact.LaneKey lane, List<Fact> facts, World world, Book book) {
        long last = facts.stream()
                .filter(fact -> listening.types().contains(fact.type()))
                .filter(fact -> !skipped(listening, lane, fact, world))
                .mapToLong(Fact::sequence)
                .max()
                .orElse(0);
        long receipt = world.document(listening.service(), listening.collection(), lane.id())
                .map(document ->
                        document.content().path("receipts").path(lane.service()).asLong(0))
                .orElse(0L);
        if (receipt < last) {
            book.fault(
                    LOST,
                    "fact-applied",
                    lane.id(),
                    listening.service() + " has applied " + receipt + " of the lane of " + lane.service() + ", told "
                            + last);
        }
    }

    private static boolean skipped(Listening listening, Fact.LaneKey lane, Fact fact, World world) {
        var id = lane.service() + "/" + lane.id() + "/" + fact.sequence();
        return world.document(listening.service(), SKIPPED, id).isPresent();
    }

    /** Listener, source and lane of what is parked: a document per lane, with what waits in it. */
    private static Set<List<String>> parked(World world) {
        var parked = new HashSet<List<String>>();
        for (var document : world.documents()) {
            if (document.collection().equals("parked")) {
                parked.add(List.of(
                        document.service(),
                        document.content().path("source").asString(""),
                        document.content().path("lane").asString("")));
            }
        }
        return parked;
    }
}
