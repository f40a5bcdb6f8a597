package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Set;
import org.alongside.continuum.checkin.Cadence;
import org.jspecify.annotations.Nullable;

/**
 * What the person said about being contacted after discharge: the latest version of that consent, or its revocation.
 *
 * @param scopes channels; empty once revoked
 */
record Leave(
        @Nullable String consentId,
        int version,
        Set<String> scopes,
        @Nullable Instant expires,
        boolean revoked) {

    boolean holds(Instant now) {
        return !revoked && channel() != null && (expires == null || expires.isAfter(now));
    }

    @Nullable
    String channel() {
        return Cadence.channel(scopes);
    }
}
