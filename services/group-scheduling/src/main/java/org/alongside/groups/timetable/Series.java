package org.alongside.groups.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A weekly series with its exceptions.
 *
 * @param startsOn the first local date it may meet on; null when it has always met
 * @param endsOn the last local date; null when it goes on
 * @param cancelled local dates on which it falls out
 */
public record Series(
        Window window,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Set<LocalDate> cancelled) {

    private static final int DAYS_LOOKED_AHEAD = 400;

    /** The first session that is held and starts after this instant, within the year that follows. */
    public Optional<Session> nextAfter(Instant instant) {
        return nextAfter(instant, date -> true);
    }

    /** @param dates on which it may be */
    public Optional<Session> nextAfter(Instant instant, Predicate<LocalDate> dates) {
        var today = instant.atZone(zone()).toLocalDate().minusDays(1);
        var from = startsOn != null && startsOn.isAfter(today) ? startsOn : today;
        return between(from, from.plusDays(DAYS_LOOKED_AHEAD))
                .filter(session ->
                        !session.cancelled() && session.startsAt().isAfter(instant) && dates.test(session.date()))
                .findFirst();
    }

    public Optional<Session> on(LocalDate date) {
        return meetsOn(date) ? Optional.of(session(date)) : Optional.empty();
    }

    /** Sessions on local dates from the first to before the last, those that fall out included. */
    public Stream<Session> between(LocalDate from, LocalDate before) {
        return from.datesUntil(before).filter(this::meetsOn).map(this::session);
    }

    public Series cancelling(Set<LocalDate> more) {
        var dates = new HashSet<>(cancelled);
        dates.addAll(more);
        return new Series(window, startsOn, endsOn, Set.copyOf(dates));
    }

    public ZoneId zone() {
        return ZoneId.of(window.zone());
    }

    private boolean meetsOn(LocalDate date) {
        return window.days().contains(date.getDayOfWeek())
                && (startsOn == null || !date.isBefore(startsOn))
                && (endsOn == null || !date.isAfter(endsOn));
    }

    private Session session(LocalDate date) {
        return new Session(date, window.startOn(date), window.zone(), window.minutes(), cancelled.contains(date));
    }
}
