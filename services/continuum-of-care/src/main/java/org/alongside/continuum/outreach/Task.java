package org.alongside.continuum.outreach;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Something about one stay that one named human owns.
 *
 * @param assignee the staffId of its owner; after an escalation that is the backup
 * @param attempts the latest few, oldest first
 */
public record Task(
        String taskId,
        String admissionId,
        TaskReason reason,
        @Nullable String handoffId,
        @Nullable Line line,
        Instant raisedAt,
        Instant due,
        String assignee,
        String backup,
        List<Attempt> attempts,
        State state) {

    private static final int ATTEMPTS_KEPT = 20;

    /** What somebody tried and what came of it, as a code. */
    public record Attempt(Instant at, String outcome, String by) {}

    /** Whether somebody has taken it. */
    public sealed interface State {

        /** @param escalateAt when it goes to the backup because nobody has taken it */
        @TypeAlias("task-waiting")
        record Waiting(Instant escalateAt) implements State {}

        /** Nobody took it; who had it is the backup now. */
        @TypeAlias("task-escalated")
        record Escalated() implements State {}

        /** By whoever made the last attempt. */
        @TypeAlias("task-taken")
        record Taken() implements State {}

        /** @param by a staffId, or {@code alongside} when the reason went away by itself */
        @TypeAlias("task-closed")
        record Closed(Instant at, String outcome, String by) implements State {}

        default boolean open() {
            return !(this instanceof Closed);
        }

        default String code() {
            return switch (this) {
                case Waiting waiting -> "waiting";
                case Escalated escalated -> "escalated";
                case Taken taken -> "taken";
                case Closed closed -> "closed";
            };
        }
    }

    public boolean open() {
        return state.open();
    }

    /** Whether somebody owns it for this hand-off. */
    public boolean covers(Handoff handoff) {
        return open() && handoff.handoffId().equals(handoffId);
    }

    public Task attempted(Instant at, String outcome, String by) {
        var kept = Stream.concat(attempts.stream(), Stream.of(new Attempt(at, outcome, by)))
                .skip(Math.max(0, attempts.size() + 1 - ATTEMPTS_KEPT))
                .toList();
        return new Task(
                taskId, admissionId, reason, handoffId, line, raisedAt, due, assignee, backup, kept, new State.Taken());
    }

    public Task closed(Instant at, String outcome, String by) {
        return now(new State.Closed(at, outcome, by), assignee, due);
    }

    /** The backup owns it from now on, and whoever had it stands behind. */
    public Task escalated(Instant newDue) {
        return new Task(
                taskId,
                admissionId,
                reason,
                handoffId,
                line,
                raisedAt,
                newDue,
                backup,
                assignee,
                attempts,
                new State.Escalated());
    }

    private Task now(State next, String owner, Instant until) {
        return new Task(taskId, admissionId, reason, handoffId, line, raisedAt, until, owner, backup, attempts, next);
    }
}
