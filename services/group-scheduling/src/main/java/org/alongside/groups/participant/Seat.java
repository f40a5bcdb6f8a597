package org.alongside.groups.participant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.alongside.groups.timetable.Session;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a group, for a period; a wait becomes that seat.
 *
 * @param need which need it serves; null for a seat that staff gave beyond them
 * @param byHand staff gave it
 * @param claimed the group counts it
 * @param timetable the version of the group it was last checked against
 * @param attendance by ISO date of the session: present, absent, excused or cancelled; the latest sessions only
 */
record Seat(
        String seatId,
        String groupId,
        String admissionId,
        Phase phase,
        @Nullable String need,
        boolean byHand,
        boolean claimed,
        long timetable,
        @Nullable Instant firstSessionAt,
        @Nullable Instant firstSessionEndsAt,
        Map<String, String> attendance,
        Standing standing) {

    private static final int SESSIONS_KEPT = 60;

    boolean active() {
        return !(standing instanceof Standing.Leaving);
    }

    /** Since when the person sits there, or null where the person does not. */
    @Nullable
    Instant heldSince() {
        return switch (standing) {
            case Standing.Held held -> held.from();
            case Standing.Doubted doubted -> doubted.from();
            case Standing.Asked a -> null;
            case Standing.Waiting w -> null;
            case Standing.Leaving l -> null;
        };
    }

    boolean held() {
        return heldSince() != null;
    }

    boolean waiting() {
        return standing instanceof Standing.Waiting;
    }

    /** Whether it was told, as a seat or as a wait, and has to be told to be over. */
    boolean told() {
        return held() || waiting() || standing instanceof Standing.Asked asked && asked.waited();
    }

    Seat standing(Standing next) {
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                need,
                byHand,
                claimed,
                timetable,
                firstSessionAt,
                firstSessionEndsAt,
                attendance,
                next);
    }

    Seat serving(@Nullable String other) {
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                other,
                byHand,
                claimed,
                timetable,
                firstSessionAt,
                firstSessionEndsAt,
                attendance,
                standing);
    }

    /** The same place, for the hand-off of another stay. */
    Seat of(String otherAdmission, String otherNeed) {
        return new Seat(
                seatId,
                groupId,
                otherAdmission,
                phase,
                otherNeed,
                byHand,
                claimed,
                timetable,
                firstSessionAt,
                firstSessionEndsAt,
                attendance,
                standing);
    }

    Seat counted() {
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                need,
                byHand,
                true,
                timetable,
                firstSessionAt,
                firstSessionEndsAt,
                attendance,
                standing);
    }

    /** Checked against the group as it is now; the first session moves with it as long as it lies ahead. */
    Seat checkedAgainst(Group group, Instant now) {
        boolean begun = firstSessionAt != null && !firstSessionAt.isAfter(now);
        var first = begun ? null : group.nextSession(now).orElse(null);
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                need,
                byHand,
                claimed,
                group.timetable(),
                begun ? firstSessionAt : startOf(first),
                begun ? firstSessionEndsAt : endOf(first),
                attendance,
                standing);
    }

    /** The session it was to begin with fell out. */
    Seat startingWith(Optional<Session> next) {
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                need,
                byHand,
                claimed,
                timetable,
                startOf(next.orElse(null)),
                endOf(next.orElse(null)),
                attendance,
                standing);
    }

    private static @Nullable Instant startOf(@Nullable Session session) {
        return session == null ? null : session.startsAt();
    }

    private static @Nullable Instant endOf(@Nullable Session session) {
        return session == null ? null : session.endsAt();
    }

    Seat attended(String date, String outcome) {
        var all = new TreeMap<>(attendance);
        all.put(date, outcome);
        if (all.size() > SESSIONS_KEPT) {
            all.pollFirstEntry();
        }
        return new Seat(
                seatId,
                groupId,
                admissionId,
                phase,
                need,
                byHand,
                claimed,
                timetable,
                firstSessionAt,
                firstSessionEndsAt,
                all,
                standing);
    }

    /** Absences in a row up to that session; what was excused or fell out neither counts nor breaks the row. */
    int absencesUpTo(String date) {
        int streak = 0;
        for (var outcome :
                new TreeMap<>(attendance).headMap(date, true).descendingMap().values()) {
            switch (outcome) {
                case "absent" -> streak++;
                case "present" -> {
                    return streak;
                }
                default -> {}
            }
        }
        return streak;
    }
}
