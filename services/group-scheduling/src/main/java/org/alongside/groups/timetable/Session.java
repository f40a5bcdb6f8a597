package org.alongside.groups.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One occurrence of a series.
 *
 * @param date the local date, which names the session within its group
 * @param zone IANA name of the zone the date is in; a series that moves to another leaves what it held before as it was
 * @param minutes how long it lasts
 * @param cancelled it falls out
 */
public record Session(LocalDate date, Instant startsAt, String zone, int minutes, boolean cancelled) {

    public Session fallingOut() {
        return new Session(date, startsAt, zone, minutes, true);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
