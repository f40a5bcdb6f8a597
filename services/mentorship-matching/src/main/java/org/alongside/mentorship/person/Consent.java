package org.alongside.mentorship.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent as far as matching needs it.
 *
 * @param version rises per kind and person; a copy with a lower one says nothing new
 * @param revoked set here when the revocation was heard; intake never sends it
 */
public record Consent(
        String consentId,
        String kind,
        int version,
        List<String> scopes,
        @Nullable Instant expires,
        @JsonIgnore @Nullable Boolean revoked) {

    public static final String PEER_DISCLOSURE = "peer-disclosure";

    public Consent(
            String consentId,
            String kind,
            int version,
            @Nullable List<String> scopes,
            @Nullable Instant expires,
            @Nullable Boolean revoked) {
        this.consentId = consentId;
        this.kind = kind;
        this.version = version;
        this.scopes = scopes == null ? List.of() : List.copyOf(scopes);
        this.expires = expires;
        this.revoked = revoked;
    }

    Consent asRevoked() {
        return new Consent(consentId, kind, version, scopes, expires, true);
    }

    boolean covers(Instant now) {
        return !Boolean.TRUE.equals(revoked) && (expires == null || now.isBefore(expires));
    }
}
