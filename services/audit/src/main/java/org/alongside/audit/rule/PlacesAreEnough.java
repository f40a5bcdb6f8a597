package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OVER_BOOKED;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Over-booked, rebuilt from the topics: whenever a place is told to be taken, those held then are no more than there are.
 * A mentor's capacity is the largest ever told or stored, because a lower one takes nothing away from anybody; a group's
 * is the stored one, so it is held against what was taken since the group was last told to have changed.
 */
final class PlacesAreEnough implements Rule {

    @Override
    public void look(World world, Book book) {
        enough("mentor", Hold.Of.MENTOR.in(world), mentors(world), Map.of(), book);
        enough("group", Hold.Of.SEAT.in(world), groups(world), Meeting.since(world), book);
        world.told("mentorship", "mentor-availability-changed").stream()
                .filter(fact -> fact.data().path("free").asInt(0) < 0)
                .forEach(fact ->
                        book.fault(OVER_BOOKED, "mentor", fact.key(), fact.where() + " has less than none free"));
    }

    private static void enough(
            String rule, List<Hold> holds, Map<String, Integer> capacities, Map<String, Instant> since, Book book) {
        Hold.byPlace(holds).forEach((place, held) -> {
            var capacity = capacities.get(place);
            if (capacity == null) {
                return; // without a limit, or never kept here
            }
            var from = since.getOrDefault(place, Instant.EPOCH);
            for (var taken :
                    held.stream().filter(hold -> !hold.from().isBefore(from)).toList()) {
                long then =
                        held.stream().filter(hold -> hold.lastsAt(taken.from())).count();
                if (taken.lastsAt(taken.from()) && then > capacity) {
                    book.fault(
                            OVER_BOOKED,
                            rule,
                            place,
                            then + " places held of " + capacity + " when " + taken.claim() + " was told");
                }
            }
        });
    }

    /** Without those whose beginning was deleted: they may have had more places then. */
    static Map<String, Integer> mentors(World world) {
        var capacities = new HashMap<String, Integer>();
        world.told("mentorship", "mentor-availability-changed")
                .forEach(fact -> capacities.merge(
                        fact.key(), fact.data().path("capacity").asInt(0), Math::max));
        world.documents("mentorship", "mentors")
                .forEach(mentor -> capacities.merge(
                        mentor.id(), mentor.state().path("capacity").asInt(0), Math::max));
        capacities.keySet().removeIf(mentor -> world.cut(new Fact.LaneKey("mentorship", mentor)));
        return capacities;
    }

    static Map<String, Integer> groups(World world) {
        var capacities = new HashMap<String, Integer>();
        world.documents("groups", "groups").forEach(group -> {
            var capacity = group.state().path("plan").path("capacity");
            if (capacity.isNumber()) {
                capacities.put(group.id(), capacity.asInt());
            }
        });
        return capacities;
    }
}
