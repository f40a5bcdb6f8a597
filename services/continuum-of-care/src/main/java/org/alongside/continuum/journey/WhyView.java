package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.outreach.Task;
import org.jspecify.annotations.Nullable;

/**
 * Why each open task exists and each line stands as it does, and what would help. Of a hand-off that rests nobody looks
 * for anything, so none of its lines is here.
 */
record WhyView(String patientId, List<LineWhy> lines, List<TaskWhy> tasks) {

    record LineWhy(
            String admissionId,
            String line,
            String state,
            String why,
            @Nullable String whatHelps) {}

    record TaskWhy(String taskId, String reason, String why, String owner, Instant due, String whatEndsIt) {}

    static WhyView of(String patientId, Journey journey, Instant now, DutyRoster roster) {
        var lines = new ArrayList<LineWhy>();
        for (var episode : journey.episodes().values()) {
            var handoff = episode.handoff();
            if (handoff != null && !episode.paused()) {
                Arrays.stream(Line.values())
                        .map(line -> why(episode, handoff, line, journey.leave(), now))
                        .forEach(lines::add);
            }
        }
        var tasks = journey.tasks().values().stream()
                .filter(Task::open)
                .map(task -> new TaskWhy(
                        task.taskId(),
                        task.reason().code(),
                        task.reason().words() + "; raised " + task.raisedAt(),
                        roster.nameOf(task.assignee()),
                        task.due(),
                        whatEnds(task)))
                .toList();
        return new WhyView(patientId, lines, tasks);
    }

    private static LineWhy why(Episode episode, Handoff handoff, Line line, @Nullable Leave leave, Instant now) {
        return switch (handoff.line(line)) {
            case LineState.Secured s ->
                new LineWhy(
                        episode.admissionId(),
                        line.code(),
                        "secured",
                        "There is " + line.words() + ": " + s.by() + ", since " + s.at(),
                        null);
            case LineState.Open open ->
                new LineWhy(
                        episode.admissionId(),
                        line.code(),
                        "open",
                        missing(line, open, leave, now) + until(open),
                        helps(line, leave, now));
            case LineState.Overdue late ->
                new LineWhy(
                        episode.admissionId(),
                        line.code(),
                        "overdue",
                        missing(line, late, leave, now) + until(late),
                        helps(line, leave, now));
        };
    }

    private static String missing(Line line, LineState state, @Nullable Leave leave, Instant now) {
        if (line.requested()) {
            return "Missing " + line.words() + ": " + Words.of(state.hindrance(), state.requestId() != null);
        }
        if (leave == null) {
            return "Missing " + line.words() + ": the consent to be contacted is not known";
        }
        return leave.holds(now)
                ? "Missing " + line.words() + ": the date of the discharge is not known"
                : "Missing " + line.words()
                        + ": the consent to be contacted was taken back, has expired or names no channel";
    }

    private static String until(LineState state) {
        return state.due() == null ? "; no date is known yet" : "; needed by " + state.due();
    }

    private static String helps(Line line, @Nullable Leave leave, Instant now) {
        return switch (line) {
            case ALUMNI_SEAT -> "A place in an alumni group that fits, or another group that the person accepts";
            case PEER_CONTACT -> "A peer with room who fits, or the present one staying";
            case FIRST_CHECK_IN, LEAVE_TO_CONTACT ->
                leave != null && leave.holds(now)
                        ? "The date of the discharge"
                        : "The person's consent to be contacted after discharge";
        };
    }

    private static String whatEnds(Task task) {
        return switch (task.reason()) {
            case SUDDEN_DISCHARGE, DISCHARGED_WITH_OPEN_LINES, HANDOFF_FELL_BACK ->
                "All four lines secured, or the person declines";
            case ALUMNI_SEAT_OVERDUE, PEER_CONTACT_OVERDUE, FIRST_CHECK_IN_OVERDUE, LEAVE_TO_CONTACT_OVERDUE ->
                "The line secured, or the person declines";
            case FIRST_SESSION_LATE ->
                "An earlier session, or a human who bridges the time until the first one has taken place";
            case LEFT_AGAINST_ADVICE, ADMINISTRATIVE_DISCHARGE, PAUSED_RETURN_UNKNOWN ->
                "The person wants support, declines, or is back in treatment";
            case LANE_PARKED -> "What waits applied, or skipped, by whoever runs the service";
            case RISK_ANSWER -> "A human who has reached them";
            case CHECK_IN_MISSED -> "An answer, or a human who has reached them";
            case STRUGGLING_ANSWER -> "A human who has reached them";
            case ABSENT_FROM_IOP_GROUP, ABSENT_FROM_ALUMNI_GROUP ->
                "A call, their presence at a later session, or an excuse";
            case NO_MENTOR_FOUND -> "A mentor proposed";
            case NO_SEAT_FOUND -> "A seat reserved";
            case NO_PEER_CONTACT -> "A contact logged, or the end of the match";
        };
    }
}
