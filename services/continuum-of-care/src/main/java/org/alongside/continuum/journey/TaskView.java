package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/**
 * A task as staff read it: with names, which no event carries.
 *
 * @param patientId absent where a record waits that names no person
 * @param admissionId absent where it is about no single stay
 */
record TaskView(
        String taskId,
        @Nullable String patientId,
        @Nullable String admissionId,
        String reason,
        String reasonInWords,
        @Nullable String handoffId,
        @Nullable String line,
        String state,
        Instant raisedAt,
        Instant due,
        Person assignee,
        Person backup,
        List<Attempt> attempts,
        @Nullable String outcome,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {

    record Person(String staffId, String name) {}

    record Attempt(Instant at, String outcome, String by) {}

    static TaskView of(String patientId, Task task, DutyRoster roster) {
        var closed = closed(task.state());
        return new TaskView(
                task.taskId(),
                patientId,
                task.admissionId(),
                task.reason().code(),
                task.reason().words(),
                task.handoffId(),
                task.line() == null ? null : task.line().code(),
                task.state().code(),
                task.raisedAt(),
                task.due(),
                person(task.assignee(), roster),
                person(task.backup(), roster),
                task.attempts().stream()
                        .map(a -> new Attempt(a.at(), a.outcome(), a.by()))
                        .toList(),
                closed == null ? null : closed.outcome(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by());
    }

    static TaskView of(LaneTask task, DutyRoster roster) {
        var closed = closed(task.state());
        return new TaskView(
                task.taskId(),
                task.patientId(),
                null,
                TaskReason.LANE_PARKED.code(),
                task.words(),
                null,
                null,
                task.state().code(),
                task.raisedAt(),
                task.due(),
                person(task.assignee(), roster),
                person(task.backup(), roster),
                List.of(),
                closed == null ? null : closed.outcome(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by());
    }

    private static Task.State.@Nullable Closed closed(Task.State state) {
        return state instanceof Task.State.Closed closed ? closed : null;
    }

    private static Person person(String staffId, DutyRoster roster) {
        return new Person(staffId, roster.nameOf(staffId));
    }
}
