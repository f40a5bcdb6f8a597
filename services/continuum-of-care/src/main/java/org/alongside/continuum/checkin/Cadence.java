package org.alongside.continuum.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.continuum.centre.CentreCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is asked how they are doing.
 *
 * @param days after the discharge, rising; the first is the hand-off's first check-in
 * @param answerWithin silence for longer than this is a miss
 * @param missesInARow so many misses in a row are a task
 */
public record Cadence(CentreCalendar calendar, List<Integer> days, Duration answerWithin, int missesInARow) {

    private static final List<String> CHANNELS = List.of("sms", "phone", "email");

    public Cadence {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("alongside.continuum.check-ins.days is empty: the first line needs one");
        }
        days = days.stream().sorted().toList();
    }

    /**
     * Inside contact hours and, where those allow it, not later than full days after the discharge. Null for a step
     * whose time has passed, except the first, which is made up for as soon as a contact is welcome.
     */
    public @Nullable Instant due(int day, Instant dayZero, Instant now) {
        var due = calendar.contactAtOrBefore(calendar.daysAfter(dayZero, day));
        if (due.isAfter(now)) {
            return due;
        }
        return day == days.getFirst() ? calendar.contactAtOrAfter(now) : null;
    }

    /** The channel to use, or null when none of those the person named is one we can use. */
    public static @Nullable String channel(Set<String> scopes) {
        return CHANNELS.stream().filter(scopes::contains).findFirst().orElse(null);
    }
}
