package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Told;
import org.jspecify.annotations.Nullable;

/** What a person's document tells. A wait that never stood in any group has no seatId. */
sealed interface SeatEvent {

    record SeatReserved(
            String patientId,
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            String phase,
            Instant firstSessionAt,
            @Nullable String requestId)
            implements SeatEvent {}

    record SeatPromoted(
            String patientId,
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            String phase,
            Instant firstSessionAt,
            @Nullable String requestId)
            implements SeatEvent {}

    record SeatWaitlisted(
            String patientId,
            String centreId,
            String admissionId,
            String phase,
            @Nullable String seatId,
            @Nullable String groupId,
            @Nullable Integer position,
            List<Search.Excluded> excluded,
            @Nullable String requestId)
            implements SeatEvent {}

    record SeatReleased(
            String patientId,
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            String phase,
            String reason,
            Instant endedAt)
            implements SeatEvent {}

    record AttendanceRecorded(
            String patientId,
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            String phase,
            Instant sessionAt,
            String outcome,
            int streak)
            implements SeatEvent {}

    record SessionMissedByGroup(
            String patientId,
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            Instant sessionAt,
            @Nullable Instant nextSessionAt)
            implements SeatEvent {}

    default Told told() {
        return switch (this) {
            case SeatReserved e -> new Told("seat-reserved", "1.0.0", e);
            case SeatPromoted e -> new Told("seat-promoted", "1.0.0", e);
            case SeatWaitlisted e -> new Told("seat-waitlisted", "1.0.0", e);
            case SeatReleased e -> new Told("seat-released", "1.0.0", e);
            case AttendanceRecorded e -> new Told("attendance-recorded", "1.0.0", e);
            case SessionMissedByGroup e -> new Told("session-missed-by-group", "1.0.0", e);
        };
    }
}
