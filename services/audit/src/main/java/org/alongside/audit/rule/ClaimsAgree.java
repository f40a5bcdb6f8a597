package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OVER_BOOKED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;
import tools.jackson.databind.JsonNode;

/**
 * Over-booked, from the stores: no mentor or group keeps more claims than it has places, and once all is quiet each claim
 * is of a place that its person was told, and each place that somebody was told is claimed. Groups without a limit keep
 * no claims.
 */
final class ClaimsAgree implements Rule {

    @Override
    public void look(World world, Book book) {
        var mentors = new HashMap<String, Map<String, String>>();
        world.documents("mentorship", "mentors")
                .forEach(
                        mentor -> mentors.put(mentor.id(), claims(mentor.state().path("places"))));
        var groups = new HashMap<String, Map<String, String>>();
        var limited = PlacesAreEnough.groups(world);
        world.documents("groups", "groups")
                .filter(group -> limited.containsKey(group.id()))
                .forEach(group -> groups.put(
                        group.id(), claims(group.state().path("places").path("claims"))));
        compare("mentor-claim", mentors, PlacesAreEnough.mentors(world), Hold.Of.MENTOR.in(world), book);
        compare("group-claim", groups, limited, Hold.Of.SEAT.in(world), book);
    }

    /** Claim to person. */
    private static Map<String, String> claims(JsonNode stored) {
        var claims = new TreeMap<String, String>();
        stored.forEachEntry(
                (claim, taken) -> claims.put(claim, taken.path("patientId").asString("")));
        return claims;
    }

    private static void compare(
            String rule,
            Map<String, Map<String, String>> kept,
            Map<String, Integer> capacities,
            List<Hold> holds,
            Book book) {
        var lasting =
                Hold.byPlace(holds.stream().filter(hold -> hold.until() == null).toList());
        kept.forEach((place, claims) -> {
            int capacity = capacities.getOrDefault(place, 0);
            if (claims.size() > capacity) {
                book.fault(OVER_BOOKED, rule, place, claims.size() + " claims are kept of " + capacity);
            }
            Set<String> told = lasting.getOrDefault(place, List.of()).stream()
                    .map(Hold::claim)
                    .collect(Collectors.toSet());
            claims.keySet().stream()
                    .filter(claim -> !told.contains(claim))
                    .forEach(claim ->
                            book.fault(OVER_BOOKED, rule, place, "keeps " + claim + ", which nobody was told"));
            told.stream()
                    .filter(claim -> !claims.containsKey(claim))
                    .forEach(claim ->
                            book.fault(OVER_BOOKED, rule, place, "does not know " + claim + ", which was told"));
        });
    }
}
