package org.alongside.audit.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Which alumni groups had a free place for somebody: one that they may join, that does not clash with what they hold, in
 * which nobody sits whom they must not meet, and which they have not left before. Preferences do not count, and therapy
 * hours are not known here. A group without a limit is always free. Groups are taken as they are stored now.
 */
final class AlumniGroups {

    private static final String TO_PEERS = "peer-disclosure";

    private final List<Stored> groups;
    private final Map<String, List<Hold>> byPerson;
    private final Map<String, List<Hold>> byPlace;
    private final Map<String, Meeting> meetings;

    /** What groups may know of somebody from intake's lane at an instant. */
    private record Known(String centreId, JsonNode profile, String ageBand, boolean peersMayKnow) {

        static Known of(List<Fact> intake, Instant at) {
            var known = new Known("", MissingNode.getInstance(), "unknown", false);
            for (var fact : intake) {
                if (!fact.time().isAfter(at)) {
                    known = known.after(fact);
                }
            }
            return known;
        }

        private Known after(Fact fact) {
            var wishes = fact.data().path("profile").isObject() ? fact.data().path("profile") : profile;
            var age = fact.text("ageBand").isEmpty() ? ageBand : fact.text("ageBand");
            boolean consents = fact.data().path("consents").values().stream()
                    .anyMatch(consent -> consent.path("kind").asString("").equals(TO_PEERS));
            boolean spoken = fact.text("consent.kind").equals(TO_PEERS);
            return new Known(
                    fact.text("centreId"), wishes, age, spoken ? fact.is("consent-granted") : peersMayKnow || consents);
        }

        boolean adult() {
            return !Set.of("minor", "unknown").contains(ageBand);
        }
    }

    AlumniGroups(World world) {
        this.groups = world.documents("groups", "groups")
                .filter(group ->
                        group.state().path("plan").path("phase").asString("").equalsIgnoreCase("alumni"))
                .toList();
        var holds = new ArrayList<>(Hold.Of.SEAT.in(world));
        holds.addAll(keptSinceForgotten(world, holds));
        this.byPerson = Hold.byPerson(holds);
        this.byPlace = Hold.byPlace(holds);
        this.meetings = Meeting.all(world);
    }

    /** Seats that the groups keep for people whose beginning was deleted, and whom nothing kept tells of. */
    private List<Hold> keptSinceForgotten(World world, List<Hold> told) {
        var known = told.stream().map(Hold::claim).collect(Collectors.toSet());
        var kept = new ArrayList<Hold>();
        groups.forEach(group -> group.state().path("places").path("claims").forEachEntry((seat, taken) -> {
            var person = taken.path("patientId").asString("");
            if (!known.contains(seat) && !world.whole(person)) {
                kept.add(new Hold(seat, group.id(), person, "alumni", Instant.EPOCH, null));
            }
        }));
        return kept;
    }

    boolean free(String patient, List<Fact> intake, Instant at) {
        var known = Known.of(intake, at);
        if (!known.adult() || !known.profile().path("groupAgreement").asBoolean(false)) {
            return false;
        }
        var seats = byPerson.getOrDefault(patient, List.of()).stream()
                .filter(hold -> !hold.from().isAfter(at))
                .toList();
        var held = seats.stream().filter(hold -> hold.lastsAt(at)).toList();
        return groups.stream()
                .filter(group ->
                        group.state().path("plan").path("centreId").asString("").equals(known.centreId()))
                .filter(group -> known.peersMayKnow()
                        || group.state().path("plan").path("staffLed").asBoolean(false))
                .filter(group -> seats.stream().noneMatch(seat -> seat.place().equals(group.id()) && !seat.lastsAt(at)))
                .anyMatch(group -> fits(group, known.profile(), held, at));
    }

    private boolean fits(Stored group, JsonNode profile, List<Hold> held, Instant at) {
        var plan = group.state().path("plan");
        var inside = byPlace.getOrDefault(group.id(), List.of()).stream()
                .filter(hold -> hold.lastsAt(at))
                .toList();
        var capacity = plan.path("capacity");
        boolean room = !capacity.isNumber() || inside.size() < capacity.asInt();
        boolean already = held.stream().anyMatch(hold -> hold.place().equals(group.id()));
        var avoided = codes(profile.path("avoid"));
        boolean apart = !avoided.contains(group.id())
                && inside.stream().noneMatch(hold -> avoided.contains(hold.person()))
                && codes(plan.path("facilitators")).stream().noneMatch(avoided::contains);
        return (room || already)
                && apart
                && meets(plan.path("audiences"), profile.path("audiences"))
                && speaks(plan, profile)
                && modality(plan, profile)
                && noClash(group.id(), held, at);
    }

    /** Who asks for nothing in particular is met by anything. */
    private static boolean meets(JsonNode asked, JsonNode offered) {
        var wanted = codes(asked);
        return wanted.isEmpty() || codes(offered).stream().anyMatch(wanted::contains);
    }

    /** A group of which nobody said what it speaks keeps nobody out. */
    private static boolean speaks(JsonNode plan, JsonNode profile) {
        return plan.path("languages").isEmpty() || meets(profile.path("languages"), plan.path("languages"));
    }

    private static boolean modality(JsonNode plan, JsonNode profile) {
        var group = plan.path("modality")
                .asString("either")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        var person = profile.path("modality").asString("either");
        return group.equals("either") || person.equals("either") || group.equals(person);
    }

    private boolean noClash(String group, List<Hold> held, Instant at) {
        var meeting = meetings.get(group);
        return meeting == null
                || held.stream()
                        .filter(hold -> !hold.place().equals(group))
                        .flatMap(hold -> Stream.ofNullable(meetings.get(hold.place())))
                        .noneMatch(other -> other.clashes(meeting, at));
    }

    private static Set<String> codes(JsonNode list) {
        var codes = new HashSet<String>();
        list.values().forEach(code -> codes.add(code.asString("")));
        return codes;
    }
}
