package org.alongside.mentorship.matching;

import org.jspecify.annotations.Nullable;

/**
 * What the hand-off asked: a peer who goes on after discharge.
 *
 * @param answered by a match that stands
 * @param toldMatch the match that was told as the answer, which is told once, whatever its mentor settles meanwhile
 */
record Continuity(
        String requestId,
        String admissionId,
        boolean answered,
        @Nullable String toldMatch) {

    static Continuity asked(String requestId, String admissionId) {
        return new Continuity(requestId, admissionId, false, null);
    }

    Continuity answeredBy(Match match) {
        return new Continuity(requestId, admissionId, true, match.matchId());
    }

    Continuity unanswered() {
        return new Continuity(requestId, admissionId, false, toldMatch);
    }
}
