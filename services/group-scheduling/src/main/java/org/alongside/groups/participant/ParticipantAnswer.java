package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.eventing.document.Kept;
import org.jspecify.annotations.Nullable;

/** What a person holds, waits for and lacks, as HTTP answers it. */
record ParticipantAnswer(
        String patientId,
        @Nullable String centreId,
        boolean frozen,
        List<Held> seats,
        List<Lacking> waits,
        List<Ended> ended) {

    /**
     * @param state {@code asked}, {@code waiting} or {@code held}
     * @param position in the queue when it was told; null for what is no wait
     * @param absences in a row up to the latest session
     */
    record Held(
            String seatId,
            String groupId,
            String phase,
            String admissionId,
            @Nullable String requestId,
            String state,
            @Nullable Integer position,
            @Nullable Instant since,
            @Nullable Instant firstSessionAt,
            boolean byHand,
            TreeMap<String, String> attendance,
            int absences) {}

    /** A need without any seat or queue. */
    record Lacking(
            String phase,
            String admissionId,
            @Nullable String requestId,
            Instant since,
            List<Search.Excluded> excluded) {}

    record Ended(
            String seatId,
            String groupId,
            String phase,
            String admissionId,
            Instant from,
            Instant until,
            String reason,
            TreeMap<String, String> attendance) {}

    static ParticipantAnswer of(Kept<Participant> kept) {
        var seating = kept.orElseThrow().seating();
        return new ParticipantAnswer(
                kept.id(),
                kept.orElseThrow().known().centreId(),
                kept.frozen(),
                seating.seats().values().stream()
                        .filter(Seat::active)
                        .map(seat -> held(seat, seating))
                        .toList(),
                seating.needs().values().stream()
                        .filter(need ->
                                active(seating).noneMatch(seat -> need.needId().equals(seat.need())))
                        .map(ParticipantAnswer::lacking)
                        .toList(),
                seating.past().stream().map(ParticipantAnswer::ended).toList());
    }

    private static Stream<Seat> active(Seating seating) {
        return seating.seats().values().stream().filter(Seat::active);
    }

    private static Held held(Seat seat, Seating seating) {
        var need = seat.need() == null ? null : seating.needs().get(seat.need());
        var attendance = new TreeMap<>(seat.attendance());
        return new Held(
                seat.seatId(),
                seat.groupId(),
                seat.phase().code(),
                seat.admissionId(),
                need == null ? null : need.requestId(),
                stateOf(seat),
                seat.standing() instanceof Standing.Waiting waiting ? waiting.position() : null,
                seat.standing() instanceof Standing.Waiting waiting ? waiting.since() : seat.heldSince(),
                seat.firstSessionAt(),
                seat.byHand(),
                attendance,
                attendance.isEmpty() ? 0 : seat.absencesUpTo(attendance.lastKey()));
    }

    static String stateOf(Seat seat) {
        return switch (seat.standing()) {
            case Standing.Asked asked -> "asked";
            case Standing.Waiting waiting -> "waiting";
            case Standing.Held held -> "held";
            case Standing.Doubted doubted -> "held";
            case Standing.Leaving leaving -> "leaving";
        };
    }

    private static Lacking lacking(Need need) {
        return new Lacking(
                need.phase().code(),
                need.admissionId(),
                need.requestId(),
                need.since(),
                need.search() == null ? List.of() : need.search().counts());
    }

    private static Ended ended(PastSeat past) {
        return new Ended(
                past.seat().seatId(),
                past.seat().groupId(),
                past.seat().phase().code(),
                past.seat().admissionId(),
                past.from(),
                past.until(),
                past.reason(),
                new TreeMap<>(past.seat().attendance()));
    }
}
