package org.alongside.continuum.journey;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Raising, closing and escalating tasks within one decision. */
record TaskSteps(Turn turn) {

    static final String MACHINE = "alongside";
    static final String READMITTED = "readmitted";

    void raise(Episode episode, TaskReason reason) {
        raise(episode, reason, null, null);
    }

    /** One task of a kind is open at a time; what cannot wait is a task each time it is heard. Of the dead there is none. */
    void raise(Episode episode, TaskReason reason, @Nullable Handoff handoff, @Nullable Line line) {
        if (turn.deceased()) {
            return;
        }
        if (!reason.atOnce()
                && turn.openTasks(episode.admissionId()).stream()
                        .anyMatch(t -> t.reason() == reason && t.line() == line)) {
            return;
        }
        var rules = turn.practice().tasks();
        var due = rules.due(reason, turn.now());
        var owner = rules.assign(reason, due, turn.patientId());
        var task = new Task(
                turn.nextTask(),
                episode.admissionId(),
                reason,
                handoff == null ? null : handoff.handoffId(),
                line,
                turn.now(),
                due,
                owner.assignee(),
                owner.backup(),
                List.of(),
                new Task.State.Waiting(rules.escalateAt(reason, due, turn.now())));
        turn.put(task);
        turn.note("task-raised", reason.code());
        turn.tell(new JourneyEvent.OutreachTaskRaised(
                turn.patientId(),
                episode.centreId(),
                episode.admissionId(),
                task.taskId(),
                reason.code(),
                task.assignee(),
                task.backup(),
                task.due(),
                task.handoffId(),
                line == null ? null : line.code()));
    }

    void close(Task task, String outcome, String by) {
        turn.put(task.closed(turn.now(), outcome, by));
        turn.note("task-closed", task.reason().code() + ": " + outcome);
        turn.tell(new JourneyEvent.OutreachTaskClosed(
                turn.patientId(),
                turn.episode(task.admissionId()).centreId(),
                task.admissionId(),
                task.taskId(),
                outcome,
                by));
    }

    /**
     * What was closed with this outcome was an error. What is looked at anyway needs nothing; what was told once does, and
     * of a stay that did not happen only what a human has to close.
     */
    void raiseAgain(String outcome) {
        for (var task : turn.tasks()) {
            if (task.reason().toldOnce()
                    && closedAs(outcome, task)
                    && (stands(task) || task.reason() == TaskReason.RISK_ANSWER)) {
                raiseAgain(task);
            }
        }
    }

    /** What rested with the follow-up of this stay and has not gone away since. The lines are looked at anyway. */
    void raiseWhatRested(String admissionId) {
        resting(admissionId)
                .filter(task -> task.reason().toldOnce() || task.reason().followsUp())
                .forEach(this::raiseAgain);
    }

    private void raiseAgain(Task task) {
        rename(task, "raised-again");
        raise(turn.episode(task.admissionId()), task.reason());
    }

    private Stream<Task> resting(String admissionId) {
        return turn.tasks().stream()
                .filter(task -> task.admissionId().equals(admissionId) && closedAs(READMITTED, task));
    }

    private static boolean closedAs(String outcome, Task task) {
        return task.state() instanceof Task.State.Closed closed
                && closed.outcome().equals(outcome);
    }

    /** It was told as closed and stays so; the outcome kept here says that it does not come back. */
    private void rename(Task task, String outcome) {
        if (task.state() instanceof Task.State.Closed closed) {
            turn.put(task.closed(closed.at(), outcome, closed.by()));
        }
    }

    private boolean stands(Task task) {
        return !(turn.episode(task.admissionId()).phase() instanceof Phase.Cancelled);
    }

    /** The reason went away by itself, also that of a task which rests. */
    void close(String admissionId, TaskReason reason, String outcome) {
        turn.openTasks(admissionId).stream()
                .filter(task -> task.reason() == reason)
                .forEach(task -> close(task, outcome, MACHINE));
        resting(admissionId).filter(task -> task.reason() == reason).forEach(task -> rename(task, outcome));
    }

    /** Everything, what rests too, but an answer that said risk: only a human closes that. */
    void closeAll(String admissionId, String outcome, String by) {
        resting(admissionId).forEach(task -> rename(task, outcome));
        turn.openTasks(admissionId).stream()
                .filter(task -> task.reason() != TaskReason.RISK_ANSWER)
                .forEach(task -> close(task, outcome, by));
    }

    /** What treatment itself asks stays, and so does the call to somebody who said that it is hard. */
    void closeWhatComesAfterTreatment(Episode episode, String outcome, String by) {
        boolean left = episode.phase().left();
        turn.openTasks(episode.admissionId()).stream()
                .filter(task -> task.handoffId() != null
                        || task.reason().asksWhatIsWanted()
                        || left && task.reason().followsUp())
                .forEach(task -> close(task, outcome, by));
    }

    void closeOf(Handoff handoff, String outcome, String by) {
        turn.tasks().stream().filter(task -> task.covers(handoff)).forEach(task -> close(task, outcome, by));
    }

    void escalateWhatNobodyTook() {
        for (var task : turn.tasks()) {
            if (task.state() instanceof Task.State.Waiting waiting
                    && !waiting.escalateAt().isAfter(turn.now())) {
                escalate(task);
            }
        }
    }

    private void escalate(Task task) {
        var due = turn.practice().tasks().dueAfterEscalation(task.reason(), turn.now());
        var next = task.escalated(due);
        turn.put(next);
        turn.note("task-escalated", task.reason().code());
        turn.tell(new JourneyEvent.OutreachTaskEscalated(
                turn.patientId(),
                turn.episode(task.admissionId()).centreId(),
                task.admissionId(),
                task.taskId(),
                next.assignee(),
                due));
    }
}
