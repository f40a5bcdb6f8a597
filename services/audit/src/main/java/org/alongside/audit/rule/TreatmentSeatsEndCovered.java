package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.FELL_BETWEEN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Fell between, looking back: a peer seat of the treatment phase is ended by the machine only after the hand-off was told to
 * be secured, or somebody was given a task for it. Looked at by the centre's clock, for no order is promised across services.
 */
final class TreatmentSeatsEndCovered implements Rule {

    /** How far the clocks of two services may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** What permits each reason for ending a seat. */
    private static final Map<String, String> PERMITTED_BY =
            Map.of("handoff-secured", "handoff-secured", "overlap-ended", "outreach-task-raised");

    @Override
    public void look(World world, Book book) {
        var lanes = world.lanes();
        lanes.forEach((lane, facts) -> {
            if (lane.service().equals("groups")) {
                var journey = lanes.getOrDefault(new Fact.LaneKey("continuum", lane.id()), List.of());
                facts.stream()
                        .filter(fact -> fact.is("seat-released")
                                && fact.text("phase").equals("iop")
                                && PERMITTED_BY.containsKey(fact.text("reason"))
                                && !permitted(fact, journey))
                        .forEach(fact -> book.fault(
                                FELL_BETWEEN,
                                "treatment-seat",
                                lane.id(),
                                fact.where() + " ends a seat before the hand-off was secured or a task was raised"));
            }
        });
    }

    private static boolean permitted(Fact released, List<Fact> journey) {
        return journey.stream()
                .anyMatch(fact -> fact.is(PERMITTED_BY.get(released.text("reason")))
                        && fact.text("admissionId").equals(released.text("admissionId"))
                        && !fact.time().isAfter(released.time().plus(CLOCKS_APART)));
    }
}
