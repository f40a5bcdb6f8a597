package org.alongside.audit.rule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.audit.world.Fact;
import org.jspecify.annotations.Nullable;

/** The outreach tasks of one person, as continuum's lane tells them. */
final class Tasks {

    /** These ask what the person wants, where no hand-off has begun; any other task asks only within a hand-off. */
    private static final Set<String> ASKING =
            Set.of("left-against-advice", "administrative-discharge", "paused-return-unknown");

    /**
     * One task.
     *
     * @param assignee who owns it now; empty when nobody does
     * @param outcome null while it is open
     * @param since when it was raised, or closed
     */
    record Task(
            String taskId,
            String admission,
            String handoff,
            String reason,
            String assignee,
            Instant raised,
            @Nullable String outcome,
            Instant since) {

        boolean owned() {
            return outcome == null && !assignee.isBlank();
        }

        /** Whoever owns it looks after what comes after treatment; an absence in treatment, say, is another matter. */
        boolean forTheTimeAfter() {
            return Tasks.forTheTimeAfter(handoff, reason);
        }
    }

    private Tasks() {}

    /** Of a task that is raised, whether it is for the time after treatment. */
    static boolean forTheTimeAfter(Fact raised) {
        return forTheTimeAfter(raised.text("handoffId"), raised.text("reason"));
    }

    private static boolean forTheTimeAfter(String handoff, String reason) {
        return !handoff.isEmpty() || ASKING.contains(reason);
    }

    static List<Task> of(List<Fact> lane) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (var fact : lane) {
            var id = fact.text("taskId");
            switch (fact.type()) {
                case "outreach-task-raised" ->
                    tasks.put(
                            id,
                            new Task(
                                    id,
                                    fact.text("admissionId"),
                                    fact.text("handoffId"),
                                    fact.text("reason"),
                                    fact.text("assignee"),
                                    fact.time(),
                                    null,
                                    fact.time()));
                case "outreach-task-escalated" ->
                    tasks.computeIfPresent(id, (same, task) -> with(task, fact.text("assignee"), null, task.since()));
                case "outreach-task-closed" ->
                    tasks.computeIfPresent(
                            id, (same, task) -> with(task, task.assignee(), fact.text("outcome"), fact.time()));
                default -> {} // not about a task
            }
        }
        return List.copyOf(tasks.values());
    }

    private static Task with(Task task, String assignee, @Nullable String outcome, Instant since) {
        return new Task(
                task.taskId(),
                task.admission(),
                task.handoff(),
                task.reason(),
                assignee,
                task.raised(),
                outcome,
                since);
    }
}
