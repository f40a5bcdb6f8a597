package org.alongside.feeder.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;

/**
 * Days counted from the start, in the zone of the centre.
 *
 * @param scale below 1 when fewer days are played than the stays are meant for
 */
record Days(Instant start, ZoneId zone, double scale) {

    /** On that day, at a whole minute between these hours. */
    Instant at(int day, int fromHour, int beforeHour, Random random) {
        var date = start.atZone(zone).toLocalDate().plusDays(day);
        return date.atTime(fromHour, 0)
                .plusMinutes(random.nextInt((beforeHour - fromHour) * 60))
                .atZone(zone)
                .toInstant();
    }

    /** A span that is shortened with the days, to not less than a day. */
    Duration span(int usualDays) {
        return Duration.ofDays(Math.max(1, Math.round(usualDays * scale)));
    }
}
