package org.alongside.audit.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * One place held by one person for a time, as told: from when it was told to be theirs until it was told to be over. The
 * mentor or group itself holds it a little longer on both sides, so what overlaps here has overlapped there.
 *
 * @param claim the matchId or seatId
 * @param place the mentorId or groupId
 * @param until null while it lasts
 */
record Hold(
        String claim,
        String place,
        String person,
        String phase,
        Instant from,
        @Nullable Instant until) {

    /** Which events begin and end a hold. */
    enum Of {
        MENTOR(
                "mentorship",
                "matchId",
                "mentorId",
                Set.of("mentor-proposed", "mentor-assigned"),
                Set.of("mentor-declined", "mentor-offer-expired", "mentor-assignment-ended")),
        MATCH("mentorship", "matchId", "mentorId", Set.of("mentor-assigned"), Set.of("mentor-assignment-ended")),
        SEAT(
                "groups",
                "seatId",
                "groupId",
                Set.of("seat-reserved", "seat-promoted"),
                Set.of("seat-released", "seat-waitlisted"));

        private final String service;
        private final String claim;
        private final String place;
        private final Set<String> begins;
        private final Set<String> ends;

        Of(String service, String claim, String place, Set<String> begins, Set<String> ends) {
            this.service = service;
            this.claim = claim;
            this.place = place;
            this.begins = begins;
            this.ends = ends;
        }

        /** In the order of each lane. */
        List<Hold> in(World world) {
            var holds = new ArrayList<Hold>();
            world.lanes().forEach((lane, facts) -> {
                if (lane.service().equals(service)) {
                    holds.addAll(in(facts));
                }
            });
            return holds;
        }

        List<Hold> in(List<Fact> lane) {
            Map<String, Hold> open = new LinkedHashMap<>();
            var over = new ArrayList<Hold>();
            for (var fact : lane) {
                var id = fact.text(claim);
                if (begins.contains(fact.type())) {
                    open.putIfAbsent(
                            id, new Hold(id, fact.text(place), fact.key(), fact.text("phase"), fact.time(), null));
                } else if (ends.contains(fact.type()) && open.containsKey(id)) {
                    over.add(open.remove(id).until(fact.time()));
                }
            }
            over.addAll(open.values());
            return over;
        }
    }

    private Hold until(Instant end) {
        return new Hold(claim, place, person, phase, from, end);
    }

    boolean lastsAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }

    boolean overlaps(Hold other) {
        return (until == null || until.isAfter(other.from)) && (other.until == null || other.until.isAfter(from));
    }

    static Map<String, List<Hold>> byPlace(List<Hold> holds) {
        var places = new HashMap<String, List<Hold>>();
        holds.forEach(hold ->
                places.computeIfAbsent(hold.place(), place -> new ArrayList<>()).add(hold));
        return places;
    }

    static Map<String, List<Hold>> byPerson(List<Hold> holds) {
        var people = new HashMap<String, List<Hold>>();
        holds.forEach(hold ->
                people.computeIfAbsent(hold.person(), one -> new ArrayList<>()).add(hold));
        return people;
    }
}
