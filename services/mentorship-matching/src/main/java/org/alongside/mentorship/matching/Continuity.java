package org.alongside.mentorship.matching;

/** What the hand-off asked: a peer who goes on after discharge. @param answered by a match that stands */
record Continuity(String requestId, String admissionId, boolean answered) {

    Continuity answered(boolean now) {
        return new Continuity(requestId, admissionId, now);
    }
}
