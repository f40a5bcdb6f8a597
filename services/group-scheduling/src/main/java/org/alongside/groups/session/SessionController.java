package org.alongside.groups.session;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.CancellationReason;
import org.alongside.groups.group.SchedulingGroups;
import org.alongside.groups.participant.Attending;
import org.alongside.groups.timetable.DateText;
import org.alongside.groups.timetable.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController {

    private static final int DAYS_SHOWN = 28;
    private static final int LONGEST_SPAN = 400;

    private final HoldingSessions holding;
    private final SchedulingGroups scheduling;
    private final Clock clock;

    SessionController(HoldingSessions holding, SchedulingGroups scheduling, Clock clock) {
        this.holding = holding;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    record SessionAnswer(String groupId, String date, Instant startsAt, String zone, int minutes, boolean cancelled) {}

    record RosterAnswer(SessionAnswer session, List<Attending.OnRoster> participants) {}

    record Taking(
            @Nullable List<String> present,
            @Nullable List<String> absent,
            @Nullable List<String> excused) {

        Map<String, List<String>> named() {
            var named = new LinkedHashMap<String, List<String>>();
            named.put("present", present == null ? List.of() : present);
            named.put("absent", absent == null ? List.of() : absent);
            named.put("excused", excused == null ? List.of() : excused);
            return named;
        }
    }

    record Cancelling(@Nullable CancellationReason reason) {}

    @GetMapping("/groups/{groupId}/sessions")
    List<SessionAnswer> sessions(
            @PathVariable String groupId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var group = scheduling.find(groupId).orElseThrow();
        var zone = group.plan().series().zone();
        var first = from == null ? clock.instant().atZone(zone).toLocalDate() : DateText.read("from", from);
        var last = to == null ? first.plusDays(DAYS_SHOWN) : DateText.read("to", to);
        if (last.isBefore(first) || first.plusDays(LONGEST_SPAN).isBefore(last)) {
            throw Refused.invalid("impossible-span", "to", "A span ends after it begins and within 400 days.");
        }
        return group.sessions(first, last.plusDays(1))
                .map(session -> answer(groupId, session))
                .toList();
    }

    @GetMapping("/groups/{groupId}/sessions/{date}/roster")
    RosterAnswer roster(@PathVariable String groupId, @PathVariable String date) {
        var on = DateText.read("date", date);
        var session = scheduling.find(groupId).orElseThrow().sessionOn(on);
        return new RosterAnswer(answer(groupId, session), holding.roster(groupId, on));
    }

    @PostMapping("/groups/{groupId}/sessions/{date}/attendance")
    RosterAnswer attendance(
            @PathVariable String groupId,
            @PathVariable String date,
            @RequestBody Taking taking,
            Cause.Command command) {
        var on = DateText.read("date", date);
        var taken = holding.attended(groupId, on, taking.named(), command).outcomes();
        var session = scheduling.find(groupId).orElseThrow().sessionOn(on);
        return new RosterAnswer(
                answer(groupId, session),
                holding.roster(groupId, on).stream()
                        .map(seat -> new Attending.OnRoster(
                                seat.patientId(), seat.seatId(), taken.getOrDefault(seat.patientId(), seat.outcome())))
                        .toList());
    }

    @PostMapping("/groups/{groupId}/sessions/{date}/cancellation")
    SessionAnswer cancellation(
            @PathVariable String groupId,
            @PathVariable String date,
            @RequestBody(required = false) @Nullable Cancelling cancelling,
            Cause.Command command) {
        var reason = cancelling == null ? null : cancelling.reason();
        return answer(groupId, holding.cancel(groupId, DateText.read("date", date), reason, command));
    }

    private static SessionAnswer answer(String groupId, Session session) {
        return new SessionAnswer(
                groupId,
                session.date().toString(),
                session.startsAt(),
                session.zone(),
                session.minutes(),
                session.cancelled());
    }
}
