package org.alongside.intake.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is, as far as the sender said; a missing part says nothing and overrides nothing.
 * It never leaves intake without a consent, and its text form shows none of it.
 */
public record Demographics(
        @Nullable String family,
        @Nullable String given,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email) {

    public static final Demographics UNKNOWN = new Demographics(null, null, null, null, null, null);

    @Override
    public String toString() {
        return "Demographics[withheld]";
    }
}
