package org.alongside.continuum.journey;

import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.outreach.Outcome;
import org.alongside.continuum.outreach.Task;
import org.alongside.eventing.web.Refused;

/** What staff do with a task. What follows from it, a follow-up task among it, is the review's business. */
record StaffCommands(Turn turn) {

    Task attempt(String taskId, String outcome, String by) {
        var task = openTask(taskId);
        allow(Outcome.OF_ATTEMPTS, outcome);
        known(by);
        var next = task.attempted(turn.now(), outcome, by);
        turn.put(next);
        turn.note("task-attempted", task.reason().code() + ": " + outcome);
        return next;
    }

    Task close(String taskId, String outcome, String by) {
        var task = openTask(taskId);
        allow(Outcome.OF_TASKS, outcome);
        known(by);
        new TaskSteps(turn).close(task, outcome, by);
        if (outcome.equals(Outcome.DECLINED)
                && (task.handoffId() != null || task.reason().asksWhatIsWanted())) {
            declined(task, by);
        } else if (outcome.equals(Outcome.WANTS_SUPPORT) && task.reason().asksWhatIsWanted()) {
            wantsSupport(task);
        }
        return java.util.Objects.requireNonNull(turn.task(taskId));
    }

    private void declined(Task task, String by) {
        var episode = turn.episode(task.admissionId());
        if (episode.phase() instanceof Phase.Discharged left) {
            var done = new Phase.Discharged(left.admittedAt(), left.at(), left.disposition(), true);
            turn.change(task.admissionId(), e -> e.phase(done));
        }
        new HandoffSteps(turn).decline(task.admissionId(), by);
    }

    /** The lines count from now: this is the moment at which they are known to be wanted. */
    private void wantsSupport(Task task) {
        var episode = turn.episode(task.admissionId());
        if (episode.phase().left() && episode.handoff() == null) {
            new HandoffSteps(turn).start(task.admissionId(), Handoff.Kind.SUDDEN, null, turn.now());
        }
    }

    private Task openTask(String taskId) {
        var task = turn.task(taskId);
        if (task == null) {
            throw Refused.unknown("unknown-task", "taskId", "This person has no such task.");
        }
        if (turn.frozen() && !task.reason().atOnce()) {
            throw Refused.conflict(
                    "lane-parked",
                    "A record about this person waits for staff; until then only what cannot wait is worked on.");
        }
        if (!task.open()) {
            throw Refused.conflict("task-closed", "The task is closed already.");
        }
        return task;
    }

    private void known(String by) {
        if (!turn.practice().tasks().roster().knows(by)) {
            throw Refused.invalid("unknown-staff", "by", "Nobody on the staff has this staffId.");
        }
    }

    private static void allow(java.util.Set<String> codes, String outcome) {
        if (!codes.contains(outcome)) {
            var known = String.join(", ", new java.util.TreeSet<>(codes));
            throw Refused.invalid("unknown-code", "outcome", "One of these is needed: " + known + ".");
        }
    }
}
