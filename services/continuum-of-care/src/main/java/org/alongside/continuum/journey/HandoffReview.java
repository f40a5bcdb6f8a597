package org.alongside.continuum.journey;

import java.util.Arrays;
import java.util.Objects;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Stage;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Looks at a hand-off as it stands now: asks for what is missing, notices what is late, and sees to it that somebody owns it. */
record HandoffReview(Turn turn, String admissionId) {

    void run() {
        if (running() == null) {
            return;
        }
        new HandoffSteps(turn).secureWhatIsOurs(admissionId);
        Arrays.stream(Line.values()).forEach(this::askFor);
        Arrays.stream(Line.values()).forEach(this::noticeLateness);
        if (now().firstSessionTookPlace(turn.now())) {
            new TaskSteps(turn).close(admissionId, TaskReason.FIRST_SESSION_LATE, HandoffSteps.TOOK_PLACE);
        }
        tellStage();
        somebodyOwnsWhatIsOpen();
    }

    private void askFor(Line line) {
        var handoff = now();
        var state = handoff.line(line);
        if (!line.requested() || state.secured() || state.requestId() != null) {
            return;
        }
        var requestId = turn.nextRequest();
        var by = state.due();
        put(handoff.with(line, state.unsecured(requestId, by, null, turn.now())));
        var centreId = turn.episode(admissionId).centreId();
        turn.tell(
                line == Line.ALUMNI_SEAT
                        ? new JourneyEvent.AlumniSeatRequested(turn.patientId(), centreId, admissionId, requestId, by)
                        : new JourneyEvent.PeerContinuityRequested(
                                turn.patientId(), centreId, admissionId, requestId, by));
    }

    private void noticeLateness(Line line) {
        var handoff = now();
        if (handoff.line(line) instanceof LineState.Open(var requestId, var deadline, var obstacle)
                && deadline != null
                && !deadline.isAfter(turn.now())) {
            put(handoff.with(line, new LineState.Overdue(requestId, deadline, obstacle)));
            turn.note("line-overdue", line.code());
            turn.tell(new JourneyEvent.HandoffAtRisk(
                    turn.patientId(),
                    turn.episode(admissionId).centreId(),
                    admissionId,
                    handoff.handoffId(),
                    line.code()));
        }
        if (now().line(line) instanceof LineState.Overdue) {
            raise(TaskReason.overdue(line), line);
        }
    }

    private void tellStage() {
        var handoff = now();
        if (!handoff.allSecured()) {
            if (!(handoff.stage() instanceof Stage.Open)) {
                var cover = handoff.discharged() == null
                        ? null
                        : turn.now().plus(turn.practice().handoff().grace());
                put(handoff.at(new Stage.Open()).coverBy(cover));
            }
            return;
        }
        if (handoff.stage() instanceof Stage.Open) {
            secured(handoff);
        }
        if (now().stage() instanceof Stage.Secured && now().firstSessionTookPlace(turn.now())) {
            put(now().at(new Stage.Completed(turn.now())));
            turn.note("handoff-completed", null);
            turn.tell(new JourneyEvent.HandoffCompleted(
                    turn.patientId(), turn.episode(admissionId).centreId(), admissionId, handoff.handoffId()));
        }
    }

    private void secured(Handoff handoff) {
        var again = handoff.securedBefore();
        put(handoff.at(new Stage.Secured(turn.now())).coverBy(null));
        turn.note(again ? "handoff-secured-again" : "handoff-secured", null);
        turn.tell(new JourneyEvent.HandoffSecured(
                turn.patientId(), turn.episode(admissionId).centreId(), admissionId, handoff.handoffId(), turn.now()));
        new TaskSteps(turn).closeOf(handoff, "secured", TaskSteps.MACHINE);
    }

    /**
     * After a discharge an open line is somebody's, at once where it is known that nothing will come by itself or where
     * the seats of treatment are gone too, and after a short grace where an answer is still on its way.
     */
    private void somebodyOwnsWhatIsOpen() {
        var handoff = now();
        var coverBy = handoff.coverBy();
        if (coverBy == null || handoff.allSecured() || turn.tasks().stream().anyMatch(task -> task.covers(handoff))) {
            return;
        }
        if (!coverBy.isAfter(turn.now())
                || nothingHolds(handoff)
                || handoff.lines().entrySet().stream().anyMatch(e -> stuck(e.getKey(), e.getValue()))) {
            raise(reason(handoff), null);
        }
    }

    /** Once all was secured, the seats of treatment may end. */
    private boolean nothingHolds(Handoff handoff) {
        return !handoff.securedBefore()
                && handoff.discharged() != null
                && turn.episode(admissionId).known().lostTreatmentSeatsSince(handoff.discharged());
    }

    private static boolean stuck(Line line, LineState state) {
        return !state.secured() && (!line.requested() || state.hindrance() != null);
    }

    private static TaskReason reason(Handoff handoff) {
        if (handoff.securedBefore()) {
            return TaskReason.HANDOFF_FELL_BACK;
        }
        return handoff.kind() == Handoff.Kind.SUDDEN
                ? TaskReason.SUDDEN_DISCHARGE
                : TaskReason.DISCHARGED_WITH_OPEN_LINES;
    }

    private void raise(TaskReason reason, @Nullable Line line) {
        new TaskSteps(turn).raise(turn.episode(admissionId), reason, now(), line);
    }

    private void put(Handoff handoff) {
        turn.change(admissionId, e -> e.handoff(handoff));
    }

    private @Nullable Handoff running() {
        return turn.episode(admissionId).running();
    }

    private Handoff now() {
        return Objects.requireNonNull(running());
    }
}
