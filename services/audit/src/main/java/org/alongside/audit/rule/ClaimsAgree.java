package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OVER_BOOKED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;
import tools.jackson.databind.JsonNode;

/**
 * Over-booked, from the stores: no mentor or group keeps more claims than it has places, and once all is quiet each claim
 * is of a place that its person was told, and each place that somebody was told is claimed. Groups without a limit keep
 * no claims. Who is frozen is told of a place, and gives one back, once their lane flows again; whose beginning was deleted
 * may have been told before.
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
        new Comparison("mentor-claim", "mentorship", world, book)
                .look(mentors, PlacesAreEnough.mentors(world), Hold.Of.MENTOR.in(world));
        new Comparison("group-claim", "groups", world, book).look(groups, limited, Hold.Of.SEAT.in(world));
    }

    /** Claim to person. */
    private static Map<String, String> claims(JsonNode stored) {
        var claims = new TreeMap<String, String>();
        stored.forEachEntry(
                (claim, taken) -> claims.put(claim, taken.path("patientId").asString("")));
        return claims;
    }

    private record Comparison(String rule, String service, World world, Book book) {

        void look(Map<String, Map<String, String>> kept, Map<String, Integer> capacities, List<Hold> holds) {
            var lasting = Hold.byPlace(
                    holds.stream().filter(hold -> hold.until() == null).toList());
            kept.forEach((place, claims) -> {
                var capacity = capacities.get(place);
                if (capacity != null && claims.size() > capacity) {
                    book.fault(OVER_BOOKED, rule, place, claims.size() + " claims are kept of " + capacity);
                }
                var told = new TreeMap<String, String>();
                lasting.getOrDefault(place, List.of()).forEach(hold -> told.put(hold.claim(), hold.person()));
                missing(claims, told, world::whole)
                        .forEach(claim ->
                                book.fault(OVER_BOOKED, rule, place, "keeps " + claim + ", which nobody was told"));
                missing(told, claims, person -> true)
                        .forEach(claim ->
                                book.fault(OVER_BOOKED, rule, place, "does not know " + claim + ", which was told"));
            });
        }

        private List<String> missing(Map<String, String> here, Map<String, String> there, Predicate<String> judged) {
            var missing = new ArrayList<String>();
            here.forEach((claim, person) -> {
                if (!there.containsKey(claim) && world.frozen(service, person)) {
                    book.note("places about which frozen people are told, or tell, later", 1);
                } else if (!there.containsKey(claim) && judged.test(person)) {
                    missing.add(claim);
                }
            });
            return missing;
        }
    }
}
