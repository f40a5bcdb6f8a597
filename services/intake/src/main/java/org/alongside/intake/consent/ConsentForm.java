package org.alongside.intake.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent form as it was filled in. Everything is optional here, so that all that is missing can be named at once.
 *
 * @param expires the instant it ends; or
 * @param expiresEvent {@code end-of-treatment}, or {@code none} for treatment and operations
 * @param signedBy {@code person} or {@code guardian}
 * @param revocationExplained the form states the right to revoke, and how
 * @param redisclosureExplained the form states what may happen to what was shared
 */
record ConsentForm(
        @Nullable String kind,
        @Nullable List<String> scopes,
        @Nullable String purpose,
        @Nullable String discloser,
        @Nullable String recipient,
        @Nullable Instant expires,
        @Nullable String expiresEvent,
        @Nullable LocalDate signedOn,
        @Nullable String signedBy,
        @Nullable Boolean revocationExplained,
        @Nullable Boolean redisclosureExplained) {

    @Override
    public String toString() {
        return "ConsentForm[withheld]";
    }
}
