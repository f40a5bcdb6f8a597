package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.DOUBLED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Doubled, by the meaning: what happens once is told once, whatever its number. An admission is admitted again only after
 * it was cancelled or has ended.
 */
final class NothingAgain implements Rule {

    /** What makes an event of a type the same happening: these parts of its payload. */
    private static final Map<String, List<String>> ONCE = Map.ofEntries(
            Map.entry("consent-granted", List.of("consent.consentId", "consent.version")),
            Map.entry("consent-revoked", List.of("consent.consentId")),
            Map.entry("mentor-proposed", List.of("offerId", "requestId")),
            Map.entry("mentor-declined", List.of("offerId")),
            Map.entry("mentor-offer-expired", List.of("offerId")),
            Map.entry("mentor-assigned", List.of("matchId", "requestId")),
            Map.entry("mentor-kept", List.of("matchId", "requestId")),
            Map.entry("mentor-assignment-ended", List.of("matchId")),
            Map.entry("seat-released", List.of("seatId")),
            Map.entry("seat-reserved", List.of("seatId", "requestId", "firstSessionAt")),
            Map.entry("seat-promoted", List.of("seatId", "requestId")),
            Map.entry("alumni-seat-requested", List.of("requestId")),
            Map.entry("alumni-seat-request-withdrawn", List.of("requestId")),
            Map.entry("peer-continuity-requested", List.of("requestId")),
            Map.entry("peer-continuity-request-withdrawn", List.of("requestId")),
            Map.entry("handoff-started", List.of("handoffId")),
            Map.entry("check-in-due", List.of("checkInId")),
            Map.entry("check-in-answered", List.of("checkInId")),
            Map.entry("check-in-missed", List.of("checkInId")),
            Map.entry("outreach-task-raised", List.of("taskId")),
            Map.entry("outreach-task-closed", List.of("taskId")));

    /** What may move there and back is told again only after something else was told of it. */
    private static final Set<String> MOVES = Set.of("seat-reserved");

    @Override
    public void look(World world, Book book) {
        world.lanes().forEach((lane, facts) -> {
            once(facts, book);
            admittedOnce(facts, book);
        });
    }

    private static void once(List<Fact> facts, Book book) {
        var seen = new HashSet<List<String>>();
        var latest = new HashMap<List<String>, List<String>>();
        for (var fact : facts) {
            var parts = ONCE.get(fact.type());
            if (parts != null) {
                var happening = Stream.concat(
                                Stream.of(fact.type()), parts.stream().map(fact::text))
                        .toList();
                boolean again = MOVES.contains(fact.type())
                        ? happening.equals(latest.put(happening.subList(0, 2), happening))
                        : !seen.add(happening);
                if (again) {
                    book.fault(DOUBLED, "told-once", fact.key(), "what was told before is told again: " + fact.where());
                }
            }
        }
    }

    private static void admittedOnce(List<Fact> facts, Book book) {
        var open = new HashMap<String, Boolean>();
        for (var fact : facts) {
            var admission = fact.text("admissionId");
            if (fact.is("patient-admitted") && Boolean.TRUE.equals(open.put(admission, true))) {
                book.fault(
                        DOUBLED, "admitted-once", fact.key(), "an open admission is admitted again: " + fact.where());
            } else if (fact.is("patient-discharged", "admission-cancelled")) {
                open.put(admission, false);
            } else if (fact.is("discharge-cancelled", "admission-resumed")) {
                open.put(admission, true);
            }
        }
    }
}
