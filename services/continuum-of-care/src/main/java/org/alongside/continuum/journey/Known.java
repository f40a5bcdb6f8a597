package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What mentorship and groups have said of an episode, in whatever order the lanes arrived.
 *
 * @param seats held now, by seatId
 * @param noMentorSince nobody fits the search that no hand-off asked for
 * @param iopEndedAt when the last peer seat of treatment ended; with {@code alumniSeatAt} that is the overlap
 */
record Known(
        @Nullable String mentorId,
        @Nullable String matchId,
        Map<String, Seat> seats,
        @Nullable Instant noMentorSince,
        @Nullable Instant noSeatSince,
        @Nullable Instant alumniSeatAt,
        @Nullable Instant iopEndedAt,
        int present,
        int absent) {

    static final Known NOTHING = new Known(null, null, Map.of(), null, null, null, null, 0, 0);

    record Seat(String groupId, String phase, Instant firstSessionAt) {}

    Known mentor(@Nullable String mentor, @Nullable String match) {
        return new Known(mentor, match, seats, noMentorSince, noSeatSince, alumniSeatAt, iopEndedAt, present, absent);
    }

    Known seated(String seatId, Seat seat, Instant now) {
        var held = new LinkedHashMap<>(seats);
        held.put(seatId, seat);
        var alumni = seat.phase().equals("alumni") && alumniSeatAt == null ? now : alumniSeatAt;
        return new Known(mentorId, matchId, held, noMentorSince, noSeatSince, alumni, iopEndedAt, present, absent);
    }

    Known unseated(String seatId, String phase, Instant endedAt) {
        var held = new LinkedHashMap<>(seats);
        held.remove(seatId);
        var last = iopEndedAt == null || endedAt.isAfter(iopEndedAt) ? endedAt : iopEndedAt;
        var ended = phase.equals("iop") ? last : iopEndedAt;
        return new Known(mentorId, matchId, held, noMentorSince, noSeatSince, alumniSeatAt, ended, present, absent);
    }

    Known withoutMentorSince(@Nullable Instant since) {
        return new Known(mentorId, matchId, seats, since, noSeatSince, alumniSeatAt, iopEndedAt, present, absent);
    }

    Known withoutSeatSince(@Nullable Instant since) {
        return new Known(mentorId, matchId, seats, noMentorSince, since, alumniSeatAt, iopEndedAt, present, absent);
    }

    Known attended(boolean there) {
        return new Known(
                mentorId,
                matchId,
                seats,
                noMentorSince,
                noSeatSince,
                alumniSeatAt,
                iopEndedAt,
                present + (there ? 1 : 0),
                absent + (there ? 0 : 1));
    }
}
