package org.alongside.groups.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Owed;
import org.alongside.groups.group.Ask;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One decision about one person while it is being made: the seats and needs as they change, what is told and what is
 * owed. Lives no longer than the decision.
 */
final class Round {

    static final String RELEASE = "release";
    private static final int PAST_KEPT = 40;

    final String patientId;
    final Surroundings around;
    final Instant now;
    final Map<String, Need> needs;
    final Map<String, Seat> seats;
    final Map<String, Instant> left;
    private final List<PastSeat> past;
    private final List<SeatEvent> events = new ArrayList<>();
    private final Map<String, Owed> owed = new LinkedHashMap<>();
    private final List<String> settled = new ArrayList<>();
    private int lastSeat;
    Known known;

    Round(String patientId, Participant person, Surroundings around, Instant now) {
        this.patientId = patientId;
        this.around = around;
        this.now = now;
        this.known = person.known();
        this.needs = new TreeMap<>(person.seating().needs());
        this.seats = new LinkedHashMap<>(person.seating().seats());
        this.left = new TreeMap<>(person.seating().left());
        this.past = new ArrayList<>(person.seating().past());
        this.lastSeat = person.seating().lastSeat();
    }

    Stream<Seat> active() {
        return List.copyOf(seats.values()).stream().filter(Seat::active);
    }

    Stream<Seat> serving(Need need) {
        return active().filter(seat -> need.needId().equals(seat.need()));
    }

    /** Groups that the person left since this stay began, whichever need or stay the seat served. */
    Set<String> leftDuring(String admissionId) {
        var began = known.stay(admissionId).admittedAt();
        return left.entrySet().stream()
                .filter(entry -> began == null || !entry.getValue().isBefore(began))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void put(Seat seat) {
        seats.put(seat.seatId(), seat);
    }

    void tell(SeatEvent event) {
        events.add(event);
    }

    void settle(String entry) {
        settled.add(entry);
    }

    /** Asks the group for a place; in a group without a limit the person sits down at once. */
    Seat ask(String admissionId, Phase phase, @Nullable Need need, Group group, boolean orQueue, boolean byHand) {
        lastSeat++;
        var seat = new Seat(
                        patientId + "-s" + lastSeat,
                        group.groupId(),
                        admissionId,
                        phase,
                        need == null ? null : need.needId(),
                        byHand,
                        group.limited(),
                        group.timetable(),
                        null,
                        null,
                        Map.of(),
                        new Standing.Asked(orQueue, false))
                .checkedAgainst(group, now);
        put(seat);
        if (group.limited()) {
            claim(seat, group);
        } else {
            seated(seat);
        }
        return seat;
    }

    void claim(Seat seat, Group group) {
        var need = needOf(seat);
        boolean orQueue = seat.standing() instanceof Standing.Asked asked && asked.orQueue();
        owed.put(
                seat.seatId(),
                new Ask(
                                seat.seatId(),
                                patientId,
                                group.timetable(),
                                need != null && need.handoff(),
                                need == null ? now : need.since(),
                                orQueue,
                                around.apart())
                        .owedTo(group.groupId()));
    }

    /** The person has the place from now on. */
    void seated(Seat asked) {
        boolean promoted = asked.told();
        var group = around.group(asked.groupId());
        var seat = asked.standing(new Standing.Held(now));
        seat = group.isPresent() ? seat.checkedAgainst(group.get(), now) : seat;
        put(seat);
        tell(promoted ? promoted(seat) : reserved(seat));
    }

    SeatEvent reserved(Seat seat) {
        return new SeatEvent.SeatReserved(
                patientId,
                centre(),
                seat.admissionId(),
                seat.seatId(),
                seat.groupId(),
                seat.phase().code(),
                firstSession(seat),
                requestOf(seat));
    }

    private SeatEvent promoted(Seat seat) {
        return new SeatEvent.SeatPromoted(
                patientId,
                centre(),
                seat.admissionId(),
                seat.seatId(),
                seat.groupId(),
                seat.phase().code(),
                firstSession(seat),
                requestOf(seat));
    }

    private Instant firstSession(Seat seat) {
        return seat.firstSessionAt() == null ? now : seat.firstSessionAt();
    }

    SeatEvent waitlisted(Seat seat, int position) {
        var need = needOf(seat);
        return new SeatEvent.SeatWaitlisted(
                patientId,
                centre(),
                seat.admissionId(),
                seat.phase().code(),
                seat.seatId(),
                seat.groupId(),
                position,
                need == null || need.search() == null
                        ? List.of()
                        : need.search().counts(),
                requestOf(seat));
    }

    SeatEvent nothingFits(Need need, Search search) {
        return new SeatEvent.SeatWaitlisted(
                patientId,
                centre(),
                need.admissionId(),
                need.phase().code(),
                null,
                null,
                null,
                search.counts(),
                need.requestId());
    }

    /** Ends a seat, a wait or a claim on its way. What was told before is told to be over, with the reason. */
    void release(Seat seat, String reason) {
        var from = seat.heldSince();
        if (from != null) {
            past.add(new PastSeat(seat, from, now, reason));
            if (past.size() > PAST_KEPT) {
                past.removeFirst();
            }
        }
        if (seat.told()) {
            needs.replaceAll((id, need) -> isOfOneStay(need, seat) ? need.untold() : need);
            tell(new SeatEvent.SeatReleased(
                    patientId,
                    centre(),
                    seat.admissionId(),
                    seat.seatId(),
                    seat.groupId(),
                    seat.phase().code(),
                    reason,
                    now));
        }
        if (seat.claimed() || counted(seat)) {
            put(seat.standing(new Standing.Leaving()));
            owed.put(seat.seatId(), new Owed(RELEASE, seat.groupId()));
        } else {
            seats.remove(seat.seatId());
        }
    }

    private static boolean isOfOneStay(Need need, Seat seat) {
        return need.phase() == seat.phase() && need.admissionId().equals(seat.admissionId());
    }

    /** A group that got a limit counts those who sat there before, without having been asked. */
    private boolean counted(Seat seat) {
        return around.group(seat.groupId())
                .filter(group -> group.places().knows(seat.seatId()))
                .isPresent();
    }

    /** As {@link #release}, where the group is known not to count the seat. */
    void forget(Seat seat, String reason) {
        release(seat, reason);
        seats.remove(seat.seatId());
        owed.remove(seat.seatId());
        settle(seat.seatId());
    }

    @Nullable
    Need needOf(Seat seat) {
        return seat.need() == null ? null : needs.get(seat.need());
    }

    private @Nullable String requestOf(Seat seat) {
        var need = needOf(seat);
        return need == null ? null : need.requestId();
    }

    private String centre() {
        return String.valueOf(known.centreId());
    }

    <A> Decision<Participant, A> decided(Participant before, @Nullable Instant lookAt) {
        var after = new Participant(known, new Seating(needs, seats, past, left, lastSeat), lookAt);
        Decision<Participant, A> decision = after.equals(before) ? Decision.unchanged() : Decision.to(after);
        decision =
                decision.telling(events.stream().map(SeatEvent::told).toList()).owing(owed);
        for (var entry : settled) {
            decision = decision.settling(entry);
        }
        return decision;
    }
}
