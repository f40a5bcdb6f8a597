package org.alongside.mentorship.availability;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weekly hours in local time.
 *
 * @param to at or before {@code from} means the next day
 * @param zone IANA name
 */
public record Window(
        @NotEmpty List<@NotNull Weekday> days,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to,
        @NotBlank String zone) {

    private static final int DAY = 24 * 60;
    static final int WEEK = 7 * DAY;

    /** What was left out stays so, for the validation of a command to name it. A fact has to be {@link #whole}. */
    public Window(@Nullable List<Weekday> days, LocalTime from, LocalTime to, @Nullable String zone) {
        this.days = days == null ? List.of() : days.stream().toList();
        this.from = from;
        this.to = to;
        this.zone = zone == null ? "" : ZoneId.of(zone).getId();
    }

    /** This one. @throws IllegalArgumentException where a part was left out: hours like these can be compared with nobody's */
    @SuppressWarnings("ConstantValue") // JSON leaves them out
    public Window whole() {
        if (days.isEmpty() || from == null || to == null || zone.isEmpty()) {
            throw new IllegalArgumentException("A window names its days, from, to and zone");
        }
        return this;
    }

    /** Minutes a week that both lists of windows share, with the offsets their zones have at {@code now}. */
    public static int sharedMinutes(List<Window> one, List<Window> other, Instant now) {
        var shared = minutes(one, now);
        shared.and(minutes(other, now));
        return shared.cardinality();
    }

    private static BitSet minutes(List<Window> windows, Instant now) {
        var week = new BitSet(WEEK);
        windows.forEach(window -> window.mark(week, now));
        return week;
    }

    private void mark(BitSet week, Instant now) {
        int offset = ZoneId.of(zone).getRules().getOffset(now).getTotalSeconds() / 60;
        int start = from.toSecondOfDay() / 60;
        int length = Math.floorMod(to.toSecondOfDay() / 60 - start - 1, DAY) + 1;
        for (var day : days) {
            int first = Math.floorMod(day.ordinal() * DAY + start - offset, WEEK);
            int end = first + length;
            week.set(first, Math.min(end, WEEK));
            week.set(0, Math.max(0, end - WEEK));
        }
    }
}
