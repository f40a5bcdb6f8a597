package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What mentorship and groups have said of an episode, in whatever order the lanes arrived.
 *
 * @param seats held now, by seatId
 * @param noMentorSince nobody fits the search for a first mentor
 * @param iopEndedAt when the last peer seat of treatment ended; with {@code alumniSeatAt} that is the overlap
 * @param sessions what is known of the latest sessions, one entry each, in the order in which they took place; bounded
 */
record Known(
        @Nullable String mentorId,
        @Nullable String matchId,
        Map<String, Seat> seats,
        @Nullable Instant noMentorSince,
        @Nullable Instant noSeatSince,
        @Nullable Instant alumniSeatAt,
        @Nullable Instant iopEndedAt,
        List<Session> sessions) {

    private static final int SESSIONS_KEPT = 150;

    static final Known NOTHING = new Known(null, null, Map.of(), null, null, null, null, List.of());

    record Seat(String groupId, String phase, Instant firstSessionAt) {}

    /** @param outcome {@code present}, {@code absent} or {@code excused} */
    record Session(Instant at, String phase, String outcome) {

        boolean missed() {
            return outcome.equals("absent");
        }

        boolean seen() {
            return outcome.equals("present");
        }
    }

    Known mentor(@Nullable String mentor, @Nullable String match) {
        return new Known(mentor, match, seats, noMentorSince, noSeatSince, alumniSeatAt, iopEndedAt, sessions);
    }

    Known seated(String seatId, Seat seat, Instant now) {
        var held = new LinkedHashMap<>(seats);
        held.put(seatId, seat);
        var alumni = seat.phase().equals("alumni") && alumniSeatAt == null ? now : alumniSeatAt;
        return new Known(mentorId, matchId, held, noMentorSince, noSeatSince, alumni, iopEndedAt, sessions);
    }

    Known unseated(String seatId, String phase, Instant endedAt) {
        var held = new LinkedHashMap<>(seats);
        held.remove(seatId);
        var last = iopEndedAt == null || endedAt.isAfter(iopEndedAt) ? endedAt : iopEndedAt;
        var ended = phase.equals("iop") ? last : iopEndedAt;
        return new Known(mentorId, matchId, held, noMentorSince, noSeatSince, alumniSeatAt, ended, sessions);
    }

    boolean holds(String phase) {
        return seats.values().stream().anyMatch(seat -> seat.phase().equals(phase));
    }

    /** They sat in a peer group of treatment then, and sit in none now. */
    boolean lostTreatmentSeatsSince(Instant then) {
        return iopEndedAt != null && !iopEndedAt.isBefore(then) && !holds("iop");
    }

    Known withoutMentorSince(@Nullable Instant since) {
        return new Known(mentorId, matchId, seats, since, noSeatSince, alumniSeatAt, iopEndedAt, sessions);
    }

    Known withoutSeatSince(@Nullable Instant since) {
        return new Known(mentorId, matchId, seats, noMentorSince, since, alumniSeatAt, iopEndedAt, sessions);
    }

    /** The last word on a session counts, whenever it is told. */
    Known attended(Session session) {
        var all = Stream.concat(sessions.stream().filter(s -> !s.at().equals(session.at())), Stream.of(session))
                .sorted(Comparator.comparing(Session::at))
                .toList();
        var latest = all.subList(Math.max(0, all.size() - SESSIONS_KEPT), all.size());
        return new Known(
                mentorId, matchId, seats, noMentorSince, noSeatSince, alumniSeatAt, iopEndedAt, List.copyOf(latest));
    }

    int sessions(String outcome) {
        return (int) sessions.stream().filter(s -> s.outcome().equals(outcome)).count();
    }

    /** What the person has missed of this phase since they were last seen at any session. */
    List<Session> missedSinceSeen(String phase) {
        return sessions.reversed().stream()
                .takeWhile(s -> !s.seen())
                .filter(s -> s.missed() && s.phase().equals(phase))
                .toList();
    }
}
