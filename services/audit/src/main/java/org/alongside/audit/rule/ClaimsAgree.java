package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OVER_BOOKED;

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
 * no claims. Who is frozen is told of a place, and gives one back, once their lane flows again.
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
        var mentorClaims = new Comparison("mentor-claim", person -> world.frozen("mentorship", person), book);
        mentorClaims.look(mentors, PlacesAreEnough.mentors(world), Hold.Of.MENTOR.in(world));
        var groupClaims = new Comparison("group-claim", person -> world.frozen("groups", person), book);
        groupClaims.look(groups, limited, Hold.Of.SEAT.in(world));
    }

    /** Claim to person. */
    private static Map<String, String> claims(JsonNode stored) {
        var claims = new TreeMap<String, String>();
        stored.forEachEntry(
                (claim, taken) -> claims.put(claim, taken.path("patientId").asString("")));
        return claims;
    }

    private record Comparison(String rule, Predicate<String> frozen, Book book) {

        void look(Map<String, Map<String, String>> kept, Map<String, Integer> capacities, List<Hold> holds) {
            var lasting = Hold.byPlace(
                    holds.stream().filter(hold -> hold.until() == null).toList());
            kept.forEach((place, claims) -> {
                int capacity = capacities.getOrDefault(place, 0);
                if (claims.size() > capacity) {
                    book.fault(OVER_BOOKED, rule, place, claims.size() + " claims are kept of " + capacity);
                }
                var told = new TreeMap<String, String>();
                lasting.getOrDefault(place, List.of()).forEach(hold -> told.put(hold.claim(), hold.person()));
                compare(place, claims, told, "keeps %s, which nobody was told");
                compare(place, told, claims, "does not know %s, which was told");
            });
        }

        private void compare(String place, Map<String, String> here, Map<String, String> there, String what) {
            here.forEach((claim, person) -> {
                if (!there.containsKey(claim) && frozen.test(person)) {
                    book.note("places about which frozen people are told, or tell, later", 1);
                } else if (!there.containsKey(claim)) {
                    book.fault(OVER_BOOKED, rule, place, what.formatted(claim));
                }
            });
        }
    }
}
