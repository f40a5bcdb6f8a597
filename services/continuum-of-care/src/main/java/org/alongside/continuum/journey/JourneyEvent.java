package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a journey. The components are the contract's payload; none says anything a person answered. */
sealed interface JourneyEvent {

    record AlumniSeatRequested(
            String patientId,
            String centreId,
            String admissionId,
            String requestId,
            @Nullable Instant by) implements JourneyEvent {}

    record AlumniSeatRequestWithdrawn(String patientId, String centreId, String admissionId, String requestId)
            implements JourneyEvent {}

    record PeerContinuityRequested(
            String patientId,
            String centreId,
            String admissionId,
            String requestId,
            @Nullable Instant by) implements JourneyEvent {}

    record PeerContinuityRequestWithdrawn(String patientId, String centreId, String admissionId, String requestId)
            implements JourneyEvent {}

    record HandoffStarted(
            String patientId, String centreId, String admissionId, String handoffId, String kind, List<LineTold> lines)
            implements JourneyEvent {}

    /** @param deadline absent while no date is known */
    record LineTold(String line, String state, @Nullable Instant deadline) {}

    record HandoffAtRisk(String patientId, String centreId, String admissionId, String handoffId, String line)
            implements JourneyEvent {}

    record HandoffSecured(String patientId, String centreId, String admissionId, String handoffId, Instant securedAt)
            implements JourneyEvent {}

    record HandoffCompleted(String patientId, String centreId, String admissionId, String handoffId)
            implements JourneyEvent {}

    record CheckInDue(
            String patientId,
            String centreId,
            String admissionId,
            String checkInId,
            String step,
            String channel,
            Instant due)
            implements JourneyEvent {}

    record CheckInAnswered(String patientId, String centreId, String admissionId, String checkInId, String step)
            implements JourneyEvent {}

    record CheckInMissed(String patientId, String centreId, String admissionId, String checkInId, String step)
            implements JourneyEvent {}

    record OutreachTaskRaised(
            String patientId,
            String centreId,
            String admissionId,
            String taskId,
            String reason,
            String assignee,
            String backup,
            Instant due,
            @Nullable String handoffId,
            @Nullable String line)
            implements JourneyEvent {}

    record OutreachTaskEscalated(
            String patientId, String centreId, String admissionId, String taskId, String assignee, Instant due)
            implements JourneyEvent {}

    record OutreachTaskClosed(
            String patientId, String centreId, String admissionId, String taskId, String outcome, String by)
            implements JourneyEvent {}
}
