package org.alongside.groups.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leave to disclose to peers who are not staff: a group that staff do not lead needs it.
 *
 * @param version rises; a copy in another event never overrides a higher one
 */
record PeerConsent(int version, boolean given, @Nullable Instant expires) {

    boolean holdsAt(Instant now) {
        return given && (expires == null || expires.isAfter(now));
    }
}
