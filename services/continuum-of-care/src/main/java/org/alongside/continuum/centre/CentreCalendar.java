package org.alongside.continuum.centre;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Working time and contact hours of the centre, in its own zone and therefore right across daylight saving.
 *
 * @param closes the end of the working day; at that minute nobody works any more
 * @param quietFrom from then until {@code quietUntil} of the next morning nobody in recovery is contacted by the machine
 */
public record CentreCalendar(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        LocalTime opens,
        LocalTime closes,
        LocalTime quietFrom,
        LocalTime quietUntil) {

    public CentreCalendar {
        if (workingDays.isEmpty() || !opens.isBefore(closes) || !quietUntil.isBefore(quietFrom)) {
            throw new IllegalArgumentException("The centre's calendar has no working time or no contact hours");
        }
    }

    public boolean workingDay(Instant at) {
        return workingDays.contains(at.atZone(zone).getDayOfWeek());
    }

    /** The same time of day, this many working days later; what comes outside of working time counts from the next opening. */
    public Instant workingDaysAfter(Instant from, int days) {
        var at = nextWorkingTime(from.atZone(zone));
        for (int n = 0; n < days; n++) {
            do {
                at = at.plusDays(1);
            } while (!workingDays.contains(at.getDayOfWeek()));
        }
        return at.toInstant();
    }

    /** Later the same day and while a call is still welcome; late at night it is the next morning. */
    public Instant sameDay(Instant now) {
        var at = now.atZone(zone);
        var today = at.toLocalDate();
        var inTwoHours = at.plusHours(2);
        var closing = today.atTime(closes).atZone(zone);
        if (!inTwoHours.isAfter(closing)) {
            return closing.toInstant();
        }
        var lastCall = today.atTime(quietFrom).atZone(zone);
        return inTwoHours.isAfter(lastCall)
                ? today.plusDays(1).atTime(quietUntil).plusHours(2).atZone(zone).toInstant()
                : lastCall.toInstant();
    }

    public boolean contactable(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        return !time.isBefore(quietUntil) && time.isBefore(quietFrom);
    }

    /** This moment, or the last hour before the quiet ones began. */
    public Instant contactAtOrBefore(Instant at) {
        if (contactable(at)) {
            return at;
        }
        var local = at.atZone(zone);
        var day = local.toLocalTime().isBefore(quietUntil) ? yesterday(local) : local.toLocalDate();
        return day.atTime(quietFrom).atZone(zone).minusHours(1).toInstant();
    }

    /** This moment, or the first one after the quiet hours. */
    public Instant contactAtOrAfter(Instant at) {
        if (contactable(at)) {
            return at;
        }
        var local = at.atZone(zone);
        var day = local.toLocalTime().isBefore(quietUntil)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(quietUntil).atZone(zone).toInstant();
    }

    /** The midnight with which the day of this moment ends. */
    public Instant endOfDay(Instant at) {
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The same time of day some days later. */
    public Instant daysAfter(Instant from, int days) {
        return from.atZone(zone).plusDays(days).toInstant();
    }

    private ZonedDateTime nextWorkingTime(ZonedDateTime from) {
        var at = from;
        if (!at.toLocalTime().isBefore(closes)) {
            at = at.toLocalDate().plusDays(1).atTime(opens).atZone(zone);
        } else if (at.toLocalTime().isBefore(opens)) {
            at = at.toLocalDate().atTime(opens).atZone(zone);
        }
        while (!workingDays.contains(at.getDayOfWeek())) {
            at = at.toLocalDate().plusDays(1).atTime(opens).atZone(zone);
        }
        return at;
    }

    private static LocalDate yesterday(ZonedDateTime local) {
        return local.toLocalDate().minusDays(1);
    }
}
