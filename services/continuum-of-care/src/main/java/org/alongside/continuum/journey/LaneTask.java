package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Optional;
import org.alongside.continuum.outreach.Task;
import org.jspecify.annotations.Nullable;

/**
 * The task to see to a parked lane. A document of its own, because the person's journey is frozen while it is open.
 *
 * @param service the one that parked the lane, where staff let it go on
 * @param source whose record could not be applied there
 * @param patientId the person it is about, if that is known
 * @param type of the record, as a code
 */
record LaneTask(String service, String source, @Nullable String patientId, String type, Task task) {

    /** When it goes to the backup because the lane still waits. */
    static Optional<Instant> dueAt(LaneTask lane) {
        return lane.task.state() instanceof Task.State.Waiting waiting
                ? Optional.of(waiting.escalateAt())
                : Optional.empty();
    }

    LaneTask with(Task next) {
        return new LaneTask(service, source, patientId, type, next);
    }

    String words() {
        return "%s could not apply '%s' of %s, so what follows waits and nothing is decided there: see GET /parked of %s"
                .formatted(service, type, source, service);
    }
}
