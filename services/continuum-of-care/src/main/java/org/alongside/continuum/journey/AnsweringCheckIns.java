package org.alongside.continuum.journey;

import java.time.Instant;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.CheckIn.State;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.web.Refused;

/** What a person says at a check-in. The answer stays here; what is told is that there was one. */
record AnsweringCheckIns(Turn turn) {

    /** A late answer is an answer too. */
    void answer(String checkInId, Doing doing) {
        for (var episode : turn.episodes()) {
            for (var checkIn : episode.checkIns()) {
                if (checkIn.checkInId().equals(checkInId)) {
                    answer(episode, checkIn, doing);
                    return;
                }
            }
        }
        throw Refused.unknown("unknown-check-in", "checkInId", "This person has no such check-in.");
    }

    private void answer(Episode episode, CheckIn checkIn, Doing doing) {
        var due = askedAt(checkIn);
        turn.change(episode.admissionId(), e -> e.checkIn(checkIn.now(new State.Answered(due, turn.now(), doing))));
        turn.note("check-in-answered", checkIn.step());
        turn.tell(new JourneyEvent.CheckInAnswered(
                turn.patientId(), episode.centreId(), episode.admissionId(), checkIn.checkInId(), checkIn.step()));
        var tasks = new TaskSteps(turn);
        tasks.close(episode.admissionId(), TaskReason.CHECK_IN_MISSED, "answered");
        switch (doing) {
            case WELL -> {}
            case STRUGGLING -> tasks.raise(episode, TaskReason.STRUGGLING_ANSWER);
            case USED, NOT_SAFE -> tasks.raise(episode, TaskReason.RISK_ANSWER);
        }
    }

    private static Instant askedAt(CheckIn checkIn) {
        return switch (checkIn.state()) {
            case State.Due due -> due.due();
            case State.Missed missed -> missed.due();
            case State.Planned planned ->
                throw Refused.conflict("check-in-not-due", "This check-in has not been asked yet.");
            case State.Answered answered ->
                throw Refused.conflict("check-in-answered", "This check-in is answered already.");
            case State.Cancelled cancelled ->
                throw Refused.conflict("check-in-cancelled", "This check-in was called off.");
        };
    }
}
