package org.alongside.groups.timetable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same hours on some days of every week, as the clock on the wall of that place shows them.
 *
 * @param to after {@code from}; a window does not run over midnight
 * @param zone IANA name of the zone both times are in
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, String zone) {

    private static final int WEEKS_COMPARED = 54;

    private record Span(Instant start, Instant end) {}

    public int minutes() {
        return (int) Duration.between(from, to).toMinutes();
    }

    /**
     * Whether the two ever meet. In one zone that is a matter of the week alone; between zones it is looked up for the
     * year from {@code now} on, because their distance changes when one of them moves its clocks before the other.
     */
    public boolean overlaps(Window other, Instant now) {
        if (zone.equals(other.zone)) {
            return days.stream().anyMatch(other.days::contains) && from.isBefore(other.to) && other.from.isBefore(to);
        }
        var theirs = other.spans(now);
        return spans(now).stream()
                .anyMatch(mine -> theirs.stream()
                        .anyMatch(span -> mine.start.isBefore(span.end) && span.start.isBefore(mine.end)));
    }

    /** The share, from 0 to 1, of this window's weekly hours that lie inside one of the others. */
    public double shareInside(List<Window> others, Instant now) {
        var mine = spansOfOneWeek(now);
        var theirs = others.stream().flatMap(other -> other.spansAround(now)).toList();
        long inside = mine.stream()
                .filter(span -> theirs.stream()
                        .anyMatch(wide -> !wide.start.isAfter(span.start) && !wide.end.isBefore(span.end)))
                .count();
        return mine.isEmpty() ? 0 : (double) inside / mine.size();
    }

    /** Whether every hour of this window lies inside the other. */
    public boolean isInside(Window other, Instant now) {
        return shareInside(List.of(other), now) == 1;
    }

    Instant startOn(LocalDate date) {
        return date.atTime(from).atZone(ZoneId.of(zone)).toInstant();
    }

    private List<Span> spans(Instant now) {
        return spans(now, 0, WEEKS_COMPARED * 7).toList();
    }

    private List<Span> spansOfOneWeek(Instant now) {
        return spans(now, 0, 7).toList();
    }

    private Stream<Span> spansAround(Instant now) {
        return spans(now, -2, 9);
    }

    private Stream<Span> spans(Instant now, int firstDay, int lastDay) {
        var today = now.atZone(ZoneId.of(zone)).toLocalDate();
        return today.plusDays(firstDay)
                .datesUntil(today.plusDays(lastDay))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .map(this::startOn)
                .map(start -> new Span(start, start.plus(Duration.ofMinutes(minutes()))));
    }
}
