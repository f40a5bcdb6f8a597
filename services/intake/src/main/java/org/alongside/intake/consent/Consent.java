package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * One consent of a person. Its version rises per kind with everything that happens to that kind, so of two copies the one
 * with the higher version holds.
 */
public sealed interface Consent {

    String consentId();

    ConsentKind kind();

    int version();

    /** In force until it expires, is revoked, or the same kind is granted anew. */
    @TypeAlias("consent-granted")
    record Granted(
            String consentId,
            ConsentKind kind,
            int version,
            List<String> scopes,
            @Nullable Instant expires,
            Signed signed)
            implements Consent {

        Ended end(Ended.Why why, int nextVersion, Instant at) {
            return new Ended(this, nextVersion, why, at);
        }

        boolean expired(Instant now) {
            return expires != null && !expires.isAfter(now);
        }

        boolean endsWithTreatment() {
            return signed.endsWithTreatment();
        }
    }

    /** What was shared under it before stays right; nothing more is. It is never revived: a new one is signed. */
    @TypeAlias("consent-ended")
    record Ended(Granted was, int version, Why why, Instant at) implements Consent {

        /** Why it ended. */
        public enum Why {
            REVOKED,
            EXPIRED,
            REPLACED
        }

        @Override
        public String consentId() {
            return was.consentId();
        }

        @Override
        public ConsentKind kind() {
            return was.kind();
        }
    }
}
