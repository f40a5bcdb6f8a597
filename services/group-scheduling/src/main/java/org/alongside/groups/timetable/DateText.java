package org.alongside.groups.timetable;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/** A local date as JSON and paths say it: {@code YYYY-MM-DD}. */
public final class DateText {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private DateText() {}

    /** @throws Refused naming the field that cannot be read, or whose date nobody can mean */
    public static LocalDate read(String field, @Nullable String text) {
        var date = parse(field, text);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw Refused.invalid("impossible-date", field, "Dates lie between the years 1900 and 2200.");
        }
        return date;
    }

    private static LocalDate parse(String field, @Nullable String text) {
        try {
            if (text == null) {
                throw new DateTimeException("missing");
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refused.invalid("unreadable-date", field, "Dates are written YYYY-MM-DD.");
        }
    }
}
