package org.alongside.continuum.journey;

import java.time.Instant;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything that follows from a journey as it now is. Runs after every fact and whenever time has come; while a
 * lane of the person is parked it decides no more than that a task which nobody took goes to the backup, and is due as
 * soon as the lane is whole again.
 */
record Review(Turn turn) {

    void run() {
        if (turn.deceased()) {
            return;
        }
        if (!turn.frozen()) {
            turn.episodes().forEach(this::handOver);
            turn.episodes().stream().filter(episode -> !episode.paused()).forEach(this::followUp);
        }
        new TaskSteps(turn).escalateWhatNobodyTook();
    }

    private void handOver(Episode episode) {
        var superseded = episode.phase().left() && turn.episodes().stream().anyMatch(other -> tookOver(other, episode));
        if (superseded && !episode.paused()) {
            new HandoffSteps(turn).pause(episode.admissionId());
        } else if (!superseded && episode.paused()) {
            new HandoffSteps(turn).goOn(episode.admissionId());
        }
    }

    /**
     * Of programmes that overlap, the stay that goes on or ended last is handed off. Whoever has left the other against
     * advice, say, is called all the same, whichever began first; only a stay that began since makes that needless.
     */
    private static boolean tookOver(Episode other, Episode from) {
        return Episode.BY_ENDING.compare(other, from) > 0
                && (!mustBeCalled(from) || beganSince(other.phase().admitted(), from.leftAt()));
    }

    private static boolean beganSince(@Nullable Instant admitted, @Nullable Instant left) {
        return admitted != null && left != null && !admitted.isBefore(left);
    }

    private static boolean mustBeCalled(Episode episode) {
        return episode.handoff() == null
                && episode.phase() instanceof Phase.Discharged left
                && left.disposition().asksWhatIsWanted();
    }

    private void followUp(Episode episode) {
        var admissionId = episode.admissionId();
        if (episode.phase() instanceof Phase.Discharged left && !left.declined() && episode.handoff() == null) {
            switch (left.disposition()) {
                case AGAINST_ADVICE -> raise(episode, TaskReason.LEFT_AGAINST_ADVICE);
                case ADMINISTRATIVE -> raise(episode, TaskReason.ADMINISTRATIVE_DISCHARGE);
                case HOSPITAL, JAIL -> raise(episode, TaskReason.PAUSED_RETURN_UNKNOWN);
                case COMPLETED, STEP_DOWN ->
                    new HandoffSteps(turn).start(admissionId, Handoff.Kind.SUDDEN, null, left.at());
                case DIED -> {}
            }
        }
        new HandoffReview(turn, admissionId).run();
        new CheckInSteps(turn).whatTimeBrings(admissionId);
    }

    private void raise(Episode episode, TaskReason reason) {
        new TaskSteps(turn).raise(episode, reason);
    }
}
