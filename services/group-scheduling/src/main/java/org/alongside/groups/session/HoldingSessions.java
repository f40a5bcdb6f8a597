package org.alongside.groups.session;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Attendance;
import org.alongside.groups.group.CancellationReason;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Holders;
import org.alongside.groups.group.SchedulingGroups;
import org.alongside.groups.participant.Attending;
import org.alongside.groups.timetable.Session;
import org.jspecify.annotations.Nullable;

/** Takes attendance and calls sessions off: one write on the group, from which everyone concerned is told. */
class HoldingSessions {

    private final Documents<Group> groups;
    private final SchedulingGroups scheduling;
    private final Attending attending;
    private final Holders holders;

    HoldingSessions(Documents<Group> groups, SchedulingGroups scheduling, Attending attending, Holders holders) {
        this.groups = groups;
        this.scheduling = scheduling;
        this.attending = attending;
        this.holders = holders;
    }

    List<Attending.OnRoster> roster(String groupId, LocalDate date) {
        var group = scheduling.find(groupId).orElseThrow();
        return attending.roster(group, group.sessionOn(date));
    }

    /**
     * @param named lists of patientIds by outcome
     * @throws Refused when somebody is named twice or had no seat then, or the session fell out or has not begun
     */
    Attendance attended(String groupId, LocalDate date, Map<String, List<String>> named, Cause cause) {
        scheduling.find(groupId);
        return groups.answer(groupId, cause, Attendance.class, (kept, now) -> {
            var group = kept.orElseThrow();
            return group.attended(date, outcomes(group, group.sessionOn(date), named), now);
        });
    }

    private Map<String, String> outcomes(Group group, Session session, Map<String, List<String>> named) {
        var onRoster = attending.roster(group, session).stream()
                .map(Attending.OnRoster::patientId)
                .collect(Collectors.toSet());
        var outcomes = new LinkedHashMap<String, String>();
        named.forEach((outcome, people) -> people.forEach(person -> {
            if (!onRoster.contains(person)) {
                throw Refused.invalid("not-on-roster", outcome, "Somebody named had no seat at this session.");
            }
            if (outcomes.put(person, outcome) != null) {
                throw Refused.invalid("named-twice", outcome, "Somebody is named more than once.");
            }
        }));
        return outcomes;
    }

    /** Called off twice is called off once. */
    Session cancel(String groupId, LocalDate date, @Nullable CancellationReason reason, Cause cause) {
        scheduling.find(groupId);
        return groups.answer(
                groupId,
                cause,
                Session.class,
                (kept, now) -> kept.orElseThrow().cancel(date, reason, holders.of(groupId)));
    }
}
