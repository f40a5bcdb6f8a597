package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Optional;
import org.alongside.continuum.outreach.Task.State;
import org.jspecify.annotations.Nullable;

/**
 * The task to see to a parked lane. A document of its own, because the person's journey is frozen while it is open, and
 * about no single stay.
 *
 * @param service the one that parked the lane, where staff let it go on
 * @param source whose record could not be applied there
 * @param patientId the person it is about, if that is known
 * @param type of the record, as a code
 * @param assignee the staffId of its owner; after an escalation that is the backup
 */
record LaneTask(
        String service,
        String source,
        @Nullable String patientId,
        String type,
        String taskId,
        Instant raisedAt,
        Instant due,
        String assignee,
        String backup,
        State state) {

    /** When it goes to the backup because the lane still waits. */
    static Optional<Instant> dueAt(LaneTask task) {
        return task.state instanceof State.Waiting waiting ? Optional.of(waiting.escalateAt()) : Optional.empty();
    }

    boolean open() {
        return state.open();
    }

    /** The backup owns it from now on, and whoever had it stands behind. */
    LaneTask escalated(Instant newDue) {
        return new LaneTask(
                service, source, patientId, type, taskId, raisedAt, newDue, backup, assignee, new State.Escalated());
    }

    LaneTask flowsAgain(Instant at) {
        var closed = new State.Closed(at, "resolved", TaskSteps.MACHINE);
        return new LaneTask(service, source, patientId, type, taskId, raisedAt, due, assignee, backup, closed);
    }

    String words() {
        return "%s could not apply '%s' of %s, so what follows waits and nothing is decided there: see GET /parked of %s"
                .formatted(service, type, source, service);
    }
}
