package org.alongside.groups.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.groups.group.Group;
import org.alongside.groups.timetable.Session;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps in a person's document what happened at the sessions of their seats. Telling it twice changes nothing. */
public class Attending {

    private static final String FELL_OUT = "cancelled";

    private final Documents<Participant> participants;

    Attending(Documents<Participant> participants) {
        this.participants = participants;
    }

    /**
     * Somebody who had a seat at a session.
     *
     * @param outcome null while it was not recorded
     */
    public record OnRoster(
            String patientId, String seatId, @Nullable String outcome) {}

    /** Everyone who held a seat when the session began, or who holds one for a session ahead. */
    public List<OnRoster> roster(Group group, Session session) {
        return participants
                .all(new Document("state.groups." + group.groupId(), true))
                .flatMap(kept -> at(kept.orElseThrow(), group.groupId(), session)
                        .map(seat -> new OnRoster(
                                kept.id(),
                                seat.seatId(),
                                seat.attendance().get(session.date().toString())))
                        .stream())
                .sorted(Comparator.comparing(OnRoster::patientId))
                .toList();
    }

    /** A seat that ended lately counts for the sessions of its time. */
    private static Optional<Seat> at(Participant person, String groupId, Session session) {
        return person.seating().seats().values().stream()
                .filter(seat -> seat.groupId().equals(groupId) && beganBefore(seat.heldSince(), session))
                .findFirst()
                .or(() -> past(person, groupId, session).map(PastSeat::seat));
    }

    private static Optional<PastSeat> past(Participant person, String groupId, Session session) {
        return person.seating().past().stream()
                .filter(past -> past.seat().groupId().equals(groupId)
                        && beganBefore(past.from(), session)
                        && past.until().isAfter(session.startsAt()))
                .findFirst();
    }

    private static boolean beganBefore(@Nullable Instant from, Session session) {
        return from != null && from.isBefore(session.startsAt());
    }

    /** Somebody who was not on the roster is left alone. */
    public void record(String patientId, Group group, Session session, String outcome) {
        var date = session.date().toString();
        participants.change(patientId, Cause.OWN, (kept, now) -> {
            var person = kept.orElse(Participant.SHELL);
            var seat = at(person, group.groupId(), session).orElse(null);
            if (seat == null || outcome.equals(seat.attendance().get(date))) {
                return Decision.unchanged();
            }
            var after = seat.attended(date, outcome);
            return Decision.<Participant, Void>to(with(person, after))
                    .telling(new SeatEvent.AttendanceRecorded(
                                    patientId,
                                    group.plan().centreId(),
                                    seat.admissionId(),
                                    seat.seatId(),
                                    group.groupId(),
                                    seat.phase().code(),
                                    session.startsAt(),
                                    outcome,
                                    after.absencesUpTo(date))
                            .told());
        });
    }

    /** The session fell out; the seat stays, and its first session moves if it was that one. */
    public void missed(String patientId, Group group, Session session) {
        var date = session.date().toString();
        participants.change(patientId, Cause.OWN, (kept, now) -> {
            var person = kept.orElse(Participant.SHELL);
            var seat = at(person, group.groupId(), session).orElse(null);
            if (seat == null || seat.attendance().containsKey(date)) {
                return Decision.unchanged();
            }
            var next = group.nextSession(session.startsAt().isBefore(now) ? now : session.startsAt());
            var moved = session.startsAt().equals(seat.firstSessionAt()) ? seat.startingWith(next) : seat;
            return Decision.<Participant, Void>to(with(person, moved.attended(date, FELL_OUT)))
                    .telling(new SeatEvent.SessionMissedByGroup(
                                    patientId,
                                    group.plan().centreId(),
                                    seat.admissionId(),
                                    seat.seatId(),
                                    group.groupId(),
                                    session.startsAt(),
                                    next.map(Session::startsAt).orElse(null))
                            .told());
        });
    }

    private static Participant with(Participant person, Seat changed) {
        var seating = person.seating();
        Map<String, Seat> seats = new LinkedHashMap<>(seating.seats());
        var past = new ArrayList<>(seating.past());
        var kept = seats.get(changed.seatId());
        if (kept != null && kept.active()) {
            seats.put(changed.seatId(), changed);
        } else {
            past.replaceAll(seat -> seat.seat().seatId().equals(changed.seatId())
                    ? new PastSeat(changed, seat.from(), seat.until(), seat.reason())
                    : seat);
        }
        return person.with(
                new Seating(new TreeMap<>(seating.needs()), seats, past, seating.left(), seating.lastSeat()));
    }
}
