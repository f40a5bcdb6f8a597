package org.alongside.mentorship.availability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A day of the week as contracts write it: lower case. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
