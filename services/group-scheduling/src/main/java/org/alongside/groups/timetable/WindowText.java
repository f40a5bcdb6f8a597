package org.alongside.groups.timetable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/** A weekly window as JSON says it: days {@code monday}…{@code sunday}, times {@code HH:mm}, an IANA zone. */
public record WindowText(
        @Nullable List<String> days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone) {

    public static WindowText of(Window window) {
        return new WindowText(
                window.days().stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList(),
                window.from().toString(),
                window.to().toString(),
                window.zone());
    }

    /** @throws Refused naming the field that is missing or cannot be read */
    public Window read() {
        var opens = time("from", from);
        var closes = time("to", to);
        if (!opens.isBefore(closes)) {
            throw Refused.invalid("ends-before-it-starts", "to", "The end must be later on the same day.");
        }
        return new Window(readDays(), opens, closes, readZone());
    }

    private EnumSet<DayOfWeek> readDays() {
        if (days == null || days.isEmpty()) {
            throw Refused.invalid("missing", "days", "At least one day of the week is needed.");
        }
        var read = EnumSet.noneOf(DayOfWeek.class);
        for (var day : days) {
            try {
                read.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException | NullPointerException e) {
                throw Refused.invalid("unknown-day", "days", "Days are monday to sunday.");
            }
        }
        return read;
    }

    private static LocalTime time(String field, @Nullable String text) {
        try {
            if (text == null || text.length() != 5) {
                throw new DateTimeException("not HH:mm");
            }
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw Refused.invalid("unreadable-time", field, "Local times are written HH:mm.");
        }
    }

    private String readZone() {
        try {
            if (zone == null) {
                throw new DateTimeException("missing");
            }
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw Refused.invalid("unknown-zone", "zone", "A zone of the IANA list is needed, such as Europe/Berlin.");
        }
    }
}
