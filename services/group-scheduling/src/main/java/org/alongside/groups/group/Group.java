package org.alongside.groups.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.timetable.Session;
import org.jspecify.annotations.Nullable;

/**
 * A recurring group, its places, what its week was before, and the attendance of its latest sessions.
 *
 * @param timetable rises with everything that a seat was checked against; a claim that names an older one is refused
 * @param works numbers what the group owes, so that no two entries share an id
 * @param attendance by ISO date, of the {@value #SESSIONS_KEPT} latest sessions
 * @param earlier by ISO date, sessions of the last {@value #DAYS_KEPT} days that began under an earlier plan
 * @param weekSince when the week last changed: up to then only {@code earlier} knows its sessions; null while it never did
 */
public record Group(
        String groupId,
        GroupPlan plan,
        long timetable,
        int works,
        Places places,
        Map<String, Attendance> attendance,
        Map<String, Session> earlier,
        @Nullable Instant weekSince) {

    public static final Kind<Group> KIND =
            Kind.of("groups", "group", Group.class).keptInMind().isNeverDeleted();

    public static final String PROMOTE = "promote";
    public static final String LOOK_AGAIN = "look-again";
    public static final String SEARCH = "search-waiting";
    public static final String MISSED = "missed";
    public static final String ATTENDED = "attended";

    static final int SESSIONS_KEPT = 20;
    static final int DAYS_KEPT = 84;
    private static final int CALLED_OFF_AT_ONCE = 100; // each is told, and a write tells fewer than the outbox holds

    /**
     * Opens the group. Whoever waits is searched for.
     */
    static Decision<Group, Void> open(String groupId, GroupPlan plan) {
        var group = new Group(groupId, plan, 1, 1, Places.EMPTY, Map.of(), Map.of(), null);
        return Decision.<Group, Void>to(group)
                .telling(new GroupEvent.GroupChanged(groupId, plan.centreId()).told())
                .owing("search-1", new Owed(SEARCH, groupId));
    }

    /**
     * Changes the plan. A session that was called off stays off; one ahead that the plan newly takes out is called off.
     * A group that gets a limit counts everyone who sits here from then on.
     *
     * @param seats everyone who holds a seat here or waits, by seat; each person is looked at again
     */
    Decision<Group, Void> planned(GroupPlan asked, Map<String, String> seats, Instant now) {
        var next = asked.with(asked.series().cancelling(plan.series().cancelled()));
        if (next.equals(plan)) {
            return Decision.unchanged();
        }
        var taken = limited() || next.capacity() == null ? places : places.counting(seats, now);
        if (next.capacity() != null && next.capacity() < taken.claims().size()) {
            throw Refused.invalid("capacity-below-seats", "capacity", "More places than that are taken already.");
        }
        var promotion = taken.promoting(next.capacity(), now);
        boolean moved =
                !next.series().equals(plan.series().cancelling(next.series().cancelled()));
        var group = new Group(
                groupId,
                next,
                timetable + 1,
                works + 1,
                promotion.places(),
                attendance,
                moved ? begunBefore(now) : earlier,
                moved ? now : weekSince);
        var held = new TreeSet<>(seats.values());
        var decision = Decision.<Group, Void>to(group)
                .telling(new GroupEvent.GroupChanged(groupId, next.centreId()).told())
                .owing(promotions(promotion.promoted()))
                .owing("search-" + group.works, new Owed(SEARCH, groupId));
        for (var person : held) {
            decision = decision.owing("look-" + group.works + "-" + person, new Owed(LOOK_AGAIN, person));
        }
        for (var session : takenOut(next, now)) {
            decision = callingOff(session, null, held, decision);
        }
        return decision;
    }

    /** What has begun was what it was, whatever the group's week becomes. */
    private Map<String, Session> begunBefore(Instant now) {
        var today = now.atZone(plan.series().zone()).toLocalDate();
        var first = today.minusDays(DAYS_KEPT);
        return sessions(first, today.plusDays(1))
                .filter(session -> !session.startsAt().isAfter(now))
                .collect(Collectors.toMap(session -> session.date().toString(), Function.identity()));
    }

    private List<Session> takenOut(GroupPlan next, Instant now) {
        var sessions = next.series().cancelled().stream()
                .sorted()
                .flatMap(date -> session(date).stream())
                .filter(session -> !session.cancelled())
                .toList();
        if (sessions.stream().anyMatch(session -> !session.startsAt().isAfter(now))) {
            throw Refused.invalid(
                    "session-begun",
                    "exceptions",
                    "A plan calls off what lies ahead; a session that has begun is called off by itself.");
        }
        if (sessions.size() > CALLED_OFF_AT_ONCE) {
            throw Refused.invalid(
                    "too-many-exceptions",
                    "exceptions",
                    "At most " + CALLED_OFF_AT_ONCE + " sessions are called off at once.");
        }
        return sessions;
    }

    /** Takes, queues or refuses; a claim that is known already keeps what it has. */
    public Decision<Group, Outcome> answer(Ask ask, Instant now) {
        if (places.claims().containsKey(ask.claimId())) {
            return Decision.<Group, Outcome>unchanged().answering(new Outcome.Taken());
        }
        if (places.position(ask.claimId()) > 0) {
            return Decision.<Group, Outcome>unchanged().answering(new Outcome.Queued(places.position(ask.claimId())));
        }
        if (ask.timetable() != timetable) {
            return refusing("timetable-moved");
        }
        if (places.anyOf(ask.apart())) {
            return refusing("kept-apart");
        }
        if (room() > 0) {
            return Decision.<Group, Outcome>to(with(places.taking(ask.claimId(), new Claim(ask.patientId(), now))))
                    .answering(new Outcome.Taken());
        }
        if (!ask.orQueue()) {
            return refusing("group-full");
        }
        var queued = places.queueing(new InLine(ask.claimId(), ask.patientId(), ask.handoff(), ask.since()));
        return Decision.<Group, Outcome>to(with(queued)).answering(new Outcome.Queued(queued.position(ask.claimId())));
    }

    private static Decision<Group, Outcome> refusing(String rule) {
        return Decision.<Group, Outcome>unchanged().answering(new Outcome.Refused(rule));
    }

    /** Frees a place or a wait, and promotes the head of the queue in the same write. */
    public Decision<Group, Void> release(String claimId, Instant now) {
        if (!places.knows(claimId)) {
            return Decision.unchanged();
        }
        var promotion = places.without(claimId).promoting(plan.capacity(), now);
        var group = new Group(groupId, plan, timetable, works + 1, promotion.places(), attendance, earlier, weekSince);
        var decision = Decision.<Group, Void>to(group).owing(promotions(promotion.promoted()));
        return group.room() > 0 ? decision.owing("search-" + group.works, new Owed(SEARCH, groupId)) : decision;
    }

    private static Map<String, Owed> promotions(List<InLine> promoted) {
        var owed = new LinkedHashMap<String, Owed>();
        promoted.forEach(head -> owed.put(head.claimId(), new Owed(PROMOTE, head.patientId())));
        return owed;
    }

    /**
     * @param held everyone who holds a seat here; each is told
     */
    public Decision<Group, Session> cancel(LocalDate date, @Nullable CancellationReason reason, Set<String> held) {
        var session = sessionOn(date);
        if (session.cancelled()) {
            return Decision.<Group, Session>unchanged().answering(session);
        }
        var changed = plan.with(plan.series().cancelling(Set.of(date)));
        var group = new Group(groupId, changed, timetable + 1, works + 1, places, attendance, earlier, weekSince);
        return callingOff(session, reason, held, Decision.<Group, Session>to(group))
                .answering(group.sessionOn(date));
    }

    private <A> Decision<Group, A> callingOff(
            Session session, @Nullable CancellationReason reason, Set<String> held, Decision<Group, A> decision) {
        if (attendance.containsKey(session.date().toString())) {
            throw Refused.conflict("attendance-taken", "The session was held: its attendance was taken.");
        }
        var telling = decision.telling(new GroupEvent.SessionCancelled(
                        groupId, plan.centreId(), session.startsAt(), session.zone(), session.minutes(), reason)
                .told());
        for (var person : held) {
            telling = telling.owing(
                    "missed-" + session.date() + "-" + person, new Owed(MISSED, person, OwedSession.details(session)));
        }
        return telling;
    }

    /**
     * Records who came. What was recorded before stays, except where it says otherwise now.
     *
     * @param outcomes by patientId; all of them on the roster
     */
    public Decision<Group, Attendance> attended(LocalDate date, Map<String, String> outcomes, Instant now) {
        var session = sessionOn(date);
        if (session.cancelled()) {
            throw Refused.conflict("session-cancelled", "The session fell out; nobody can have come.");
        }
        if (session.startsAt().isAfter(now)) {
            throw Refused.conflict("session-not-held-yet", "The session has not begun.");
        }
        var kept = new TreeMap<>(attendance);
        if (kept.size() >= SESSIONS_KEPT && date.toString().compareTo(kept.firstKey()) < 0) {
            throw Refused.conflict("session-too-long-ago", "Attendance is taken for the latest sessions only.");
        }
        var before = kept.getOrDefault(date.toString(), new Attendance(session.startsAt(), Map.of()));
        var all = new TreeMap<>(before.outcomes());
        var news = new ArrayList<String>();
        outcomes.forEach((person, outcome) -> {
            if (!outcome.equals(all.put(person, outcome))) {
                news.add(person);
            }
        });
        var after = new Attendance(session.startsAt(), all);
        if (news.isEmpty()) {
            return Decision.<Group, Attendance>unchanged().answering(before);
        }
        kept.put(date.toString(), after);
        if (kept.size() > SESSIONS_KEPT) {
            kept.pollFirstEntry();
        }
        var decision = Decision.<Group, Attendance>to(
                        new Group(groupId, plan, timetable, works + 1, places, kept, earlier, weekSince))
                .answering(after);
        for (var person : news) {
            decision = decision.owing(
                    "attended-" + (works + 1) + "-" + person,
                    new Owed(
                            ATTENDED,
                            person,
                            OwedSession.details(session, Objects.requireNonNull(outcomes.get(person)))));
        }
        return decision;
    }

    private Group with(Places changed) {
        return new Group(groupId, plan, timetable, works, changed, attendance, earlier, weekSince);
    }

    public boolean limited() {
        return plan.capacity() != null;
    }

    /** Places that somebody new could take now. */
    public int room() {
        return places.queue().isEmpty() ? places.free(plan.capacity()) : 0;
    }

    /** From 0 for an empty group to 1 for a full one; a group without a limit counts as empty. */
    public double load() {
        var capacity = plan.capacity();
        return capacity == null || capacity == 0
                ? 0
                : Math.min(1, (double) places.claims().size() / capacity);
    }

    /** What is recorded of that person; empty for a session that is kept no more. */
    public Optional<String> outcomeOf(String patientId, LocalDate date) {
        var kept = attendance.get(date.toString());
        return kept == null
                ? Optional.empty()
                : Optional.ofNullable(kept.outcomes().get(patientId));
    }

    /** A date names one session only: on the day its week changed the group does not meet again. */
    public Optional<Session> nextSession(Instant after) {
        return plan.series().nextAfter(after, date -> !earlier.containsKey(date.toString()));
    }

    /** Sessions on local dates from the first to before the last, those that fall out included. */
    public Stream<Session> sessions(LocalDate from, LocalDate before) {
        return from.datesUntil(before).flatMap(date -> session(date).stream());
    }

    private Optional<Session> session(LocalDate date) {
        var begun = earlier.get(date.toString());
        if (begun == null) {
            return plan.series()
                    .on(date)
                    .filter(session -> weekSince == null || session.startsAt().isAfter(weekSince));
        }
        return Optional.of(plan.series().cancelled().contains(date) ? begun.fallingOut() : begun);
    }

    /** @throws Refused when the group does not meet on that local date */
    public Session sessionOn(LocalDate date) {
        return session(date)
                .orElseThrow(() -> Refused.unknown("unknown-session", "date", "The group does not meet on that date."));
    }
}
