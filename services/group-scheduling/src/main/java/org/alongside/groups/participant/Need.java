package org.alongside.groups.participant;

import java.time.Instant;
import org.alongside.groups.group.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A seat that the person should have: beside therapy, or because the hand-off asked.
 *
 * @param since when it arose; waits are ordered by it
 * @param search what the last search found; null before the first
 * @param told what was last told of a search without a group, or noted while it was too early to tell, so that nothing
 *     is told twice
 */
record Need(
        String needId,
        String admissionId,
        Phase phase,
        @Nullable String requestId,
        Instant since,
        @Nullable Search search,
        @Nullable String told) {

    boolean handoff() {
        return requestId != null;
    }

    Need found(Search result) {
        return new Need(needId, admissionId, phase, requestId, since, result, null);
    }

    Need found(Search result, String telling) {
        return new Need(needId, admissionId, phase, requestId, since, result, telling);
    }

    Need asked(@Nullable String request) {
        return new Need(needId, admissionId, phase, request, since, search, null);
    }

    /** Something else was told since: a search without a group is told again, even one that was told before. */
    Need untold() {
        return asked(requestId);
    }
}
