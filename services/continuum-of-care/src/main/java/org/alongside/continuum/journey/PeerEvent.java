package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of mentorship's events. An event without requestId is about treatment, not about a hand-off. */
sealed interface PeerEvent {

    record MentorProposed(
            String centreId, String admissionId, @Nullable String requestId) implements PeerEvent {}

    record MentorAssigned(
            String centreId,
            String admissionId,
            String matchId,
            String mentorId,
            @Nullable String requestId) implements PeerEvent {}

    record MentorKept(String centreId, String admissionId, String requestId, String matchId, String mentorId)
            implements PeerEvent {}

    record MentorSearchWaitlisted(
            String centreId,
            String admissionId,
            @Nullable List<Excluded> excluded,
            @Nullable String requestId) implements PeerEvent {}

    record MentorAssignmentEnded(String centreId, String admissionId, String matchId) implements PeerEvent {}

    record PeerContactLogged(
            String centreId,
            String admissionId,
            Instant at,
            @Nullable Boolean first) implements PeerEvent {}

    record PeerContactOverdue(String centreId, String admissionId) implements PeerEvent {}

    record Excluded(String rule, int count) {}
}
