package org.alongside.mentorship.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent as far as matching needs it.
 *
 * @param version rises per kind and person; a copy with a lower one says nothing new
 * @param revoked set here when the revocation was heard; intake never sends it
 */
public record Consent(
        String kind,
        int version,
        @Nullable Instant expires,
        @JsonIgnore @Nullable Boolean revoked) {

    public static final String PEER_DISCLOSURE = "peer-disclosure";

    Consent asRevoked() {
        return new Consent(kind, version, expires, true);
    }

    boolean covers(Instant now) {
        return !Boolean.TRUE.equals(revoked) && (expires == null || now.isBefore(expires));
    }
}
