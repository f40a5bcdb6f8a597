package org.alongside.intake.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a written consent under 42 CFR 2.31, beside the person and what may be shared. They stay in intake; its
 * text form shows none of them.
 *
 * @param discloser who may share
 * @param recipient with whom: a name, or a class of recipients
 * @param expiresEvent the event that ends it, where no date does
 * @param signedBy {@code person} or {@code guardian}
 */
public record Signed(
        String purpose,
        String discloser,
        String recipient,
        @Nullable String expiresEvent,
        LocalDate signedOn,
        String signedBy) {

    /** Ends with the discharge from the last admission; would end follow-up on the day it starts. */
    public static final String END_OF_TREATMENT = "end-of-treatment";

    boolean endsWithTreatment() {
        return END_OF_TREATMENT.equals(expiresEvent);
    }

    @Override
    public String toString() {
        return "Signed[withheld]";
    }
}
