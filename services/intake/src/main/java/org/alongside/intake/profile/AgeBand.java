package org.alongside.intake.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How old someone is, as roughly as it may be told. The day is UTC's. */
public enum AgeBand {
    UNKNOWN("unknown", Integer.MAX_VALUE),
    MINOR("minor", 18),
    FROM_18("18-25", 26),
    FROM_26("26-35", 36),
    FROM_36("36-50", 51),
    FROM_51("51-65", 66),
    OVER_65("over-65", Integer.MAX_VALUE);

    private final String code;
    private final int below;

    AgeBand(String code, int below) {
        this.code = code;
        this.below = below;
    }

    public String code() {
        return code;
    }

    /** Under age or age unknown: the machine matches and seats nobody whose band is not adult. */
    public boolean adult() {
        return this != UNKNOWN && this != MINOR;
    }

    public static AgeBand of(@Nullable LocalDate birthDate, Instant now) {
        if (birthDate == null) {
            return UNKNOWN;
        }
        int age = Period.between(birthDate, now.atZone(ZoneOffset.UTC).toLocalDate())
                .getYears();
        for (var band : values()) {
            if (band != UNKNOWN && age < band.below) {
                return band;
            }
        }
        return OVER_65;
    }

    /** The birthday on which someone of this band leaves it. */
    public Optional<Instant> until(@Nullable LocalDate birthDate) {
        if (birthDate == null || below == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var day = birthDate.plusYears(below);
        // who was born on a leap day is a year older on the first of March
        var birthday = day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
        return Optional.of(birthday.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
