package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of the groups' events. */
sealed interface SeatEvent {

    /** Reserved at once or promoted from a waitlist: either way the seat is theirs. */
    record SeatTaken(
            String centreId,
            String admissionId,
            String seatId,
            String groupId,
            String phase,
            Instant firstSessionAt,
            @Nullable String requestId)
            implements SeatEvent {}

    record SeatWaitlisted(
            String centreId,
            String admissionId,
            String phase,
            @Nullable Integer position,
            @Nullable List<PeerEvent.Excluded> excluded,
            @Nullable String requestId)
            implements SeatEvent {}

    record SeatReleased(String centreId, String admissionId, String seatId, String phase, Instant endedAt)
            implements SeatEvent {}

    record AttendanceRecorded(String centreId, String admissionId, String phase, Instant sessionAt, String outcome)
            implements SeatEvent {}

    record SessionMissedByGroup(
            String centreId,
            String admissionId,
            String seatId,
            Instant sessionAt,
            @Nullable Instant nextSessionAt) implements SeatEvent {}
}
