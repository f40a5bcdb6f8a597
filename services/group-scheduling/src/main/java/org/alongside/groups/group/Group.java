package org.alongside.groups.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.timetable.Session;

/**
 * A recurring group, its places, and the attendance of its latest sessions.
 *
 * @param timetable rises with everything that a seat was checked against; a claim that names an older one is refused
 * @param works numbers what the group owes, so that no two entries share an id
 * @param attendance by ISO date, of the {@value #SESSIONS_KEPT} latest sessions
 */
public record Group(
        String groupId, GroupPlan plan, long timetable, int works, Places places, Map<String, Attendance> attendance) {

    public static final String PROMOTE = "promote";
    public static final String LOOK_AGAIN = "look-again";
    public static final String SEARCH = "search-waiting";
    public static final String MISSED = "missed";
    public static final String ATTENDED = "attended";

    static final int SESSIONS_KEPT = 60;

    /**
     * Opens the group. Whoever waits is searched for.
     */
    static Decision<Group, Void> open(String groupId, GroupPlan plan) {
        var group = new Group(groupId, plan, 1, 1, Places.EMPTY, Map.of());
        return Decision.<Group, Void>to(group)
                .telling(new GroupEvent.GroupChanged(groupId, plan.centreId()).told())
                .owing("search-1", new Owed(SEARCH, groupId));
    }

    /**
     * @param held everyone who holds a seat here or waits; each is looked at again
     */
    Decision<Group, Void> planned(GroupPlan next, Set<String> held, Instant now) {
        if (next.equals(plan)) {
            return Decision.unchanged();
        }
        if (next.capacity() != null && next.capacity() < places.claims().size()) {
            throw Refused.invalid("capacity-below-seats", "capacity", "More places than that are taken already.");
        }
        var promotion = places.promoting(next.capacity(), now);
        var group = new Group(groupId, next, timetable + 1, works + 1, promotion.places(), attendance);
        var decision = Decision.<Group, Void>to(group)
                .telling(new GroupEvent.GroupChanged(groupId, next.centreId()).told())
                .owing(promotions(promotion.promoted()))
                .owing("search-" + group.works, new Owed(SEARCH, groupId));
        for (var person : held) {
            decision = decision.owing("look-" + group.works + "-" + person, new Owed(LOOK_AGAIN, person));
        }
        return decision;
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
        var group = new Group(groupId, plan, timetable, works + 1, promotion.places(), attendance);
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
    public Decision<Group, Session> cancel(LocalDate date, Set<String> held) {
        var session = sessionOn(date);
        if (session.cancelled()) {
            return Decision.<Group, Session>unchanged().answering(session);
        }
        if (attendance.containsKey(date.toString())) {
            throw Refused.conflict("attendance-taken", "The session was held: its attendance was taken.");
        }
        var changed = plan.with(plan.series().cancelling(date));
        var group = new Group(groupId, changed, timetable + 1, works + 1, places, attendance);
        var decision = Decision.<Group, Session>to(group)
                .telling(new GroupEvent.SessionCancelled(
                                groupId,
                                plan.centreId(),
                                session.startsAt(),
                                plan.series().window().zone(),
                                session.minutes())
                        .told())
                .answering(group.sessionOn(date));
        for (var person : held) {
            decision = decision.owing(
                    "missed-" + group.works + "-" + person, new Owed(MISSED, person, Map.of("date", date.toString())));
        }
        return decision;
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
        var decision = Decision.<Group, Attendance>to(new Group(groupId, plan, timetable, works + 1, places, kept))
                .answering(after);
        for (var person : news) {
            decision = decision.owing(
                    "attended-" + (works + 1) + "-" + person,
                    new Owed(ATTENDED, person, Map.of("date", date.toString(), "outcome", outcomes.get(person))));
        }
        return decision;
    }

    private Group with(Places changed) {
        return new Group(groupId, plan, timetable, works, changed, attendance);
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

    public Optional<Session> nextSession(Instant after) {
        return plan.series().nextAfter(after);
    }

    /** @throws Refused when the group does not meet on that local date */
    public Session sessionOn(LocalDate date) {
        return plan.series()
                .on(date)
                .orElseThrow(() -> Refused.unknown("unknown-session", "date", "The group does not meet on that date."));
    }
}
