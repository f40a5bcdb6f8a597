package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.FELL_BETWEEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.audit.finding.Book;
import org.alongside.audit.rule.Visit.Standing;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Fell between, looking back: a peer seat of the treatment phase that somebody held is ended by the machine only after the
 * hand-off was told to be secured, or somebody was given a task for it. Looked at by the centre's clock, for no order is
 * promised across services.
 */
final class TreatmentSeatsEndCovered implements Rule {

    /** How far the clocks of two services may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** Nobody's fall: the person or staff want so, or the stay is not what it seemed. */
    private static final Set<String> NO_FALL = Set.of(
            "left",
            "moved-away",
            "no-time",
            "no-fit",
            "staff-decision",
            "other",
            "moved-by-staff",
            "admission-cancelled",
            "patient-deceased",
            "level-of-care-changed");

    /** The machine takes a held seat back. Whoever is in treatment is given another; whoever has left is not. */
    private static final Set<String> TAKEN_BACK = Set.of(
            "place-lost",
            "group-gone",
            "centre",
            "phase",
            "no-session-ahead",
            "profile-missing",
            "adults-only",
            "agreement-missing",
            "peer-consent-missing",
            "avoided-group",
            "kept-apart",
            "audience",
            "language",
            "modality",
            "left-before",
            "clashes-with-therapy",
            "clashes-with-seat");

    @Override
    public void look(World world, Book book) {
        var lanes = world.lanes();
        lanes.forEach((lane, facts) -> {
            if (lane.service().equals("groups") && world.whole(lane.id())) {
                var journey = lanes.getOrDefault(new Fact.LaneKey("continuum", lane.id()), List.of());
                ends(facts).stream()
                        .filter(fact -> !permitted(
                                fact, journey, lanes.getOrDefault(new Fact.LaneKey("intake", lane.id()), List.of())))
                        .forEach(fact -> book.fault(
                                FELL_BETWEEN,
                                "treatment-seat",
                                lane.id(),
                                fact.where() + " ends a seat before the hand-off was secured or a task was raised"));
            }
        });
    }

    /** Of held seats of the treatment phase; a wait that is over takes nothing from anybody. */
    private static List<Fact> ends(List<Fact> facts) {
        var held = new HashSet<String>();
        var ends = new ArrayList<Fact>();
        for (var fact : facts) {
            var seat = fact.text("seatId");
            if (fact.is("seat-reserved", "seat-promoted")) {
                held.add(seat);
            } else if (fact.is("seat-waitlisted")) {
                held.remove(seat);
            } else if (fact.is("seat-released")
                    && held.remove(seat)
                    && fact.text("phase").equals("iop")) {
                ends.add(fact);
            }
        }
        return ends;
    }

    private static boolean permitted(Fact released, List<Fact> journey, List<Fact> stay) {
        var reason = released.text("reason");
        return switch (reason) {
            case "handoff-secured" -> secured(released, journey);
            case "overlap-ended" -> tasked(released, journey);
            default ->
                NO_FALL.contains(reason)
                        || TAKEN_BACK.contains(reason)
                                && (!left(released, stay) || secured(released, journey) || tasked(released, journey));
        };
    }

    private static boolean secured(Fact released, List<Fact> journey) {
        return before(released, journey).anyMatch(fact -> fact.is("handoff-secured"));
    }

    private static boolean tasked(Fact released, List<Fact> journey) {
        return before(released, journey)
                .anyMatch(fact -> fact.is("outreach-task-raised") && Tasks.forTheTimeAfter(fact));
    }

    private static boolean left(Fact released, List<Fact> stay) {
        var then = stay.stream()
                .filter(fact -> !fact.time().isAfter(released.time()))
                .toList();
        var standing = Admissions.of(then).get(released.text("admissionId"));
        return standing != null && standing.standing() == Standing.DISCHARGED;
    }

    private static Stream<Fact> before(Fact released, List<Fact> told) {
        return told.stream()
                .filter(fact -> fact.text("admissionId").equals(released.text("admissionId"))
                        && !fact.time().isAfter(released.time().plus(CLOCKS_APART)));
    }
}
