package org.alongside.feeder.centre;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One of the centre's groups, as its facilitators know it by heart.
 *
 * @param plan what is put at {@code /groups/{groupId}}
 */
public record Group(String groupId, Map<String, Object> plan) {

    /** An occurrence, by its local date. */
    public record Session(String groupId, LocalDate date, Instant endsAt) {}

    public boolean alumni() {
        return "alumni".equals(plan.get("phase"));
    }

    /** What has ended after the first moment and not after the last. */
    public Stream<Session> endedBetween(Instant after, Instant until) {
        return after.atZone(zone())
                .toLocalDate()
                .datesUntil(until.atZone(zone()).toLocalDate().plusDays(1))
                .filter(this::meetsOn)
                .map(date -> new Session(groupId, date, endOn(date)))
                .filter(session ->
                        session.endsAt().isAfter(after) && !session.endsAt().isAfter(until));
    }

    private boolean meetsOn(LocalDate date) {
        return ((List<?>) known("days"))
                .stream()
                        .anyMatch(day ->
                                DayOfWeek.valueOf(day.toString().toUpperCase(Locale.ROOT)) == date.getDayOfWeek());
    }

    private Instant endOn(LocalDate date) {
        return date.atTime(LocalTime.parse(known("to").toString()))
                .atZone(zone())
                .toInstant();
    }

    private Object known(String field) {
        return Objects.requireNonNull(plan.get(field), field);
    }

    private ZoneId zone() {
        return ZoneId.of(known("zone").toString());
    }
}
