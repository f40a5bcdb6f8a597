package org.alongside.mentorship.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.alongside.mentorship.mentor.Relation;
import org.alongside.mentorship.ranking.Excluded;
import org.jspecify.annotations.Nullable;

/** What is told of a person's way to a mentor: the payloads as the contracts know them. */
sealed interface MenteeEvent {

    record Weighed(String rule, BigDecimal contribution) {}

    record MentorProposed(
            String patientId,
            String centreId,
            String admissionId,
            String offerId,
            String matchId,
            String mentorId,
            Relation relation,
            Instant expires,
            List<Weighed> contributions,
            BigDecimal score,
            int rank,
            int considered,
            @Nullable String requestId)
            implements MenteeEvent {}

    record MentorAssigned(
            String patientId,
            String centreId,
            String admissionId,
            String matchId,
            String mentorId,
            Relation relation,
            Instant assignedAt,
            @Nullable String requestId)
            implements MenteeEvent {}

    record MentorDeclined(
            String patientId, String centreId, String admissionId, String offerId, String matchId, Side by)
            implements MenteeEvent {}

    record OfferExpired(String patientId, String centreId, String admissionId, String offerId, String matchId)
            implements MenteeEvent {}

    record SearchWaitlisted(
            String patientId,
            String centreId,
            String admissionId,
            Instant since,
            int considered,
            List<Excluded> excluded,
            @Nullable String requestId)
            implements MenteeEvent {}

    record AssignmentEnded(
            String patientId,
            String centreId,
            String admissionId,
            String matchId,
            String mentorId,
            Instant endedAt,
            Side by,
            @Nullable EndReason reason)
            implements MenteeEvent {}

    record MentorKept(
            String patientId, String centreId, String admissionId, String requestId, String matchId, String mentorId)
            implements MenteeEvent {}

    record ContactLogged(
            String patientId,
            String centreId,
            String admissionId,
            String matchId,
            String mentorId,
            Instant at,
            String channel,
            int minutes,
            boolean first)
            implements MenteeEvent {}

    record ContactOverdue(
            String patientId, String centreId, String admissionId, String matchId, String mentorId, Instant since)
            implements MenteeEvent {}
}
