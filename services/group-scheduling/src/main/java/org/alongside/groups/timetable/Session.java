package org.alongside.groups.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One occurrence of a series.
 *
 * @param date the local date, which names the session within its group
 * @param minutes how long it lasts
 * @param cancelled it falls out
 */
public record Session(LocalDate date, Instant startsAt, int minutes, boolean cancelled) {

    public Session fallingOut() {
        return new Session(date, startsAt, minutes, true);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
