package org.alongside.audit.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Which alumni groups had a free place for somebody: one that they may join, that does not clash with what they hold, and
 * in which nobody sits whom they must not meet. Preferences do not count. A group without a limit is always free.
 */
final class AlumniGroups {

    private final List<Stored> groups;
    private final List<Hold> holds;
    private final Map<String, Meeting> meetings;

    AlumniGroups(World world) {
        this.groups = world.documents("groups", "groups")
                .filter(group -> group.state()
                        .path("plan")
                        .path("phase")
                        .asString("")
                        .equalsIgnoreCase("alumni"))
                .toList();
        this.holds = Hold.Of.SEAT.in(world);
        this.meetings = Meeting.all(world);
    }

    boolean free(String patient, List<Fact> intake, Instant at) {
        var profile = profile(intake, at);
        if (!profile.path("groupAgreement").asBoolean(false)) {
            return false;
        }
        var held = holds.stream()
                .filter(hold -> hold.person().equals(patient) && hold.lastsAt(at))
                .toList();
        return groups.stream().anyMatch(group -> fits(group, profile, held, at));
    }

    private boolean fits(Stored group, JsonNode profile, List<Hold> held, Instant at) {
        var plan = group.state().path("plan");
        var inside = holds.stream()
                .filter(hold -> hold.place().equals(group.id()) && hold.lastsAt(at))
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
                && meets(plan.path("audiences"), profile.path("audiences"), false)
                && meets(plan.path("languages"), profile.path("languages"), true)
                && modality(plan, profile)
                && noClash(group.id(), held, at);
    }

    /** Groups for everyone take anyone; {@code open} when somebody who said nothing fits any. */
    private static boolean meets(JsonNode group, JsonNode person, boolean open) {
        var wanted = codes(person);
        var offered = codes(group);
        return offered.isEmpty() || open && wanted.isEmpty() || offered.stream().anyMatch(wanted::contains);
    }

    private static boolean modality(JsonNode plan, JsonNode profile) {
        var group = plan.path("modality").asString("either").toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var person = profile.path("modality").asString("either");
        return group.equals("either") || person.equals("either") || group.equals(person);
    }

    private boolean noClash(String group, List<Hold> held, Instant at) {
        var meeting = meetings.get(group);
        return meeting == null
                || held.stream()
                        .filter(hold -> !hold.place().equals(group) && meetings.containsKey(hold.place()))
                        .noneMatch(hold -> meetings.get(hold.place()).clashes(meeting, at));
    }

    private static JsonNode profile(List<Fact> intake, Instant at) {
        JsonNode latest = MissingNode.getInstance();
        for (var fact : intake) {
            if (!fact.time().isAfter(at) && fact.data().path("profile").isObject()) {
                latest = fact.data().path("profile");
            }
        }
        return latest;
    }

    private static Set<String> codes(JsonNode list) {
        var codes = new HashSet<String>();
        list.values().forEach(code -> codes.add(code.asString("")));
        return codes;
    }
}
