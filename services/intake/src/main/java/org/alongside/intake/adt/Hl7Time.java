package org.alongside.intake.adt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HL7 times: year to ten-thousandth of a second, with or without an offset. What is left out is the beginning. */
final class Hl7Time {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})"
            + "(?:(\\d{2})(?:\\.(\\d{1,9}))?)?)?)?)?)?([+-]\\d{4})?");
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS,
            ChronoUnit.MILLIS);
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2199;

    private Hl7Time() {}

    /**
     * To milliseconds, which is what is kept.
     *
     * @param zone of the sender: times without an offset are in it
     */
    static Instant instant(String text, ZoneId zone, FieldPath at) {
        return instant(text, zone, at, 0);
    }

    /** When the year, the hour or whatever it names last is over: what is left out lies before that. */
    static Instant end(String text, ZoneId zone, FieldPath at) {
        return instant(text, zone, at, 1);
    }

    /** @param later by how many of what it names last */
    private static Instant instant(String text, ZoneId zone, FieldPath at, int later) {
        var form = form(text, at);
        try {
            var local = LocalDateTime.of(date(form), time(form)).plus(later, namedLast(form));
            var offset = form.group(8);
            return (offset == null ? local.atZone(zone) : local.atZone(offset(offset)))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException impossible) {
            throw Rule.IMPOSSIBLE_TIME.at(at);
        }
    }

    /** Null when the day is left open: a year alone is no birth date. */
    static @Nullable LocalDate date(String text, FieldPath at) {
        instant(text, ZoneOffset.UTC, at);
        var form = form(text, at);
        return form.group(3) == null ? null : date(form);
    }

    private static Matcher form(String text, FieldPath at) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw Rule.UNREADABLE_TIME.at(at);
        }
        return form;
    }

    private static LocalDate date(Matcher form) {
        int year = Integer.parseInt(form.group(1));
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new DateTimeException("year");
        }
        return LocalDate.of(year, number(form.group(2), 1), number(form.group(3), 1));
    }

    private static LocalTime time(Matcher form) {
        var fraction = form.group(7) == null ? "" : form.group(7);
        return LocalTime.of(
                number(form.group(4), 0),
                number(form.group(5), 0),
                number(form.group(6), 0),
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
    }

    private static ZoneOffset offset(String text) {
        return text.equals("-0000") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static ChronoUnit namedLast(Matcher form) {
        int part = 1;
        while (part < UNITS.size() && form.group(part + 1) != null) {
            part++;
        }
        return UNITS.get(part - 1);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
