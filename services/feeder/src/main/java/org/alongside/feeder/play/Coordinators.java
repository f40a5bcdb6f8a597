package org.alongside.feeder.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Chance;
import tools.jackson.databind.JsonNode;

/** Staff and their tasks: most are worked on and closed with what came of them, some stay open. */
final class Coordinators {

    private static final String OUTCOME = "outcome";
    private static final String DECLINED = "declined";

    /** What only goes away when it is really there: a seat, a mentor, a secured hand-off. Staff try, and leave it open. */
    private static final Set<String> NOT_BY_HAND = Set.of(
            "sudden-discharge",
            "discharged-with-open-lines",
            "handoff-fell-back",
            "alumni-seat-overdue",
            "peer-contact-overdue",
            "first-check-in-overdue",
            "leave-to-contact-overdue",
            "no-mentor-found",
            "no-seat-found");

    private static final Set<String> ASKS_WHAT_IS_WANTED =
            Set.of("left-against-advice", "administrative-discharge", "paused-return-unknown");
    private static final List<String> HEARD = List.of(
            "wants-support", "wants-support", DECLINED, DECLINED, DECLINED, "could-not-reach", "could-not-reach");
    private static final List<String> REACHED = List.of("reached", "reached", "reached", "resolved", "could-not-reach");
    private static final List<String> TRIED = List.of("no-answer", "left-message", "reached", "call-back-agreed");

    private static final double LEFT_OPEN = 0.12;
    private static final double ON_A_DAY = 0.7;

    private final Doors doors;
    private final Doing doing;
    private final Chance chance;

    Coordinators(Doors doors, Doing doing, Chance chance) {
        this.doors = doors;
        this.doing = doing;
        this.chance = chance;
    }

    void work(Moment moment) {
        if (moment.endOfDay()) {
            Together.each(
                    doors.all(
                            "continuum",
                            "/tasks?state=open",
                            task -> task.path("taskId").asString()),
                    task -> work(task, moment));
            doing.book()
                    .acknowledged(Kind.CLOSURE)
                    .filter(closure -> closure.detail(OUTCOME).equals(DECLINED))
                    .forEach(closure -> part(
                            Objects.requireNonNull(closure.patient()), Objects.requireNonNull(closure.reference())));
        }
    }

    private void work(JsonNode task, Moment moment) {
        var taskId = task.path("taskId").asString();
        var reason = task.path("reason").asString();
        long days = Duration.between(Instant.parse(task.path("raisedAt").asString()), moment.now())
                .toDays();
        if (!chance.below(ON_A_DAY, taskId, "day" + days)) {
            return;
        }
        if (days < 1 && !reason.equals("risk-answer") || NOT_BY_HAND.contains(reason)) {
            attempt(task, taskId, days);
        } else if (!chance.below(LEFT_OPEN, taskId, "open")) {
            close(task, taskId, ASKS_WHAT_IS_WANTED.contains(reason) ? HEARD : REACHED);
        }
    }

    private void attempt(JsonNode task, String taskId, long day) {
        if (day > 2) {
            return;
        }
        var key = "attempt:" + taskId + ":" + day;
        doing.once(
                Deed.command("attempt", key, task.path("patientId").asString(), taskId),
                deed -> doors.post(
                        "continuum", path(task, taskId) + "/attempts", key, report(task, chance.one(TRIED, key))));
    }

    private void close(JsonNode task, String taskId, List<String> outcomes) {
        var key = "closure:" + taskId;
        var outcome = chance.one(outcomes, key);
        doing.once(
                new Deed(Kind.CLOSURE, key, task.path("patientId").asString(), taskId, Map.of(OUTCOME, outcome)),
                deed -> doors.post("continuum", path(task, taskId) + "/closure", key, report(task, outcome)));
    }

    /** Whoever wants nothing more sets their peer free for somebody else. */
    private void part(String patient, String taskId) {
        var key = "part:" + taskId;
        doing.once(
                Deed.command("match-end", key, patient, taskId).with(Map.of("event", "mentor-assignment-ended")),
                deed -> doors.post("mentorship", "/mentees/" + patient + "/match/end", key, Map.of("by", "patient")));
    }

    private static Map<String, String> report(JsonNode task, String outcome) {
        return Map.of(
                OUTCOME, outcome, "by", task.path("assignee").path("staffId").asString());
    }

    private static String path(JsonNode task, String taskId) {
        return "/journeys/" + task.path("patientId").asString() + "/tasks/" + taskId;
    }
}
