package org.alongside.audit.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;
import tools.jackson.databind.JsonNode;

/** When a group meets: the same local hours on some days of every week. */
record Meeting(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

    private static final int DAYS_COMPARED = 7 * 54;

    private record Span(Instant start, Instant end) {}

    /** By groupId, from the stored groups as they are now. */
    static Map<String, Meeting> all(World world) {
        var meetings = new HashMap<String, Meeting>();
        world.documents("groups", "groups").forEach(group -> {
            var window = group.state().path("plan").path("series").path("window");
            if (window.isObject()) {
                meetings.put(group.id(), of(window));
            }
        });
        return meetings;
    }

    /**
     * Since when each group is as it is stored, by groupId; groups nobody told of have always been so. One whose beginning
     * was deleted may have changed until the first record that is kept of it, or, without any, until now.
     */
    static Map<String, Instant> since(World world) {
        var since = new HashMap<String, Instant>();
        world.documents("groups", "groups")
                .map(Stored::lane)
                .filter(world::cut)
                .forEach(lane -> since.put(lane.id(), firstKept(world, lane)));
        world.told("groups", "group-changed").forEach(fact -> since.put(fact.key(), fact.time()));
        return since;
    }

    private static Instant firstKept(World world, Fact.LaneKey group) {
        var told = world.lanes().getOrDefault(group, List.of());
        return told.isEmpty() ? world.now() : told.getFirst().time();
    }

    /** As it is stored. */
    static Meeting of(JsonNode window) {
        var days = window.path("days").values().stream()
                .map(day -> DayOfWeek.valueOf(day.asString("").toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new Meeting(
                days,
                LocalTime.parse(window.path("from").asString("")),
                LocalTime.parse(window.path("to").asString("")),
                ZoneId.of(window.path("zone").asString("")));
    }

    /** Whether two sessions ever overlap in the year after the instant. */
    boolean clashes(Meeting other, Instant after) {
        if (zone.equals(other.zone)) {
            return days.stream().anyMatch(other.days::contains) && from.isBefore(other.to) && other.from.isBefore(to);
        }
        var theirs = other.spans(after);
        return spans(after).stream()
                .anyMatch(mine -> theirs.stream()
                        .anyMatch(span -> mine.start.isBefore(span.end) && span.start.isBefore(mine.end)));
    }

    LocalDate dateOf(Instant session) {
        return session.atZone(zone).toLocalDate();
    }

    private List<Span> spans(Instant after) {
        var spans = new ArrayList<Span>();
        var length = Duration.between(from, to);
        var first = after.atZone(zone).toLocalDate();
        first.datesUntil(first.plusDays(DAYS_COMPARED))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .forEach(date -> {
                    var start = date.atTime(from).atZone(zone).toInstant();
                    spans.add(new Span(start, start.plus(length)));
                });
        return spans;
    }
}
