package org.alongside.continuum.journey;

import java.time.Instant;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.CheckIn.State;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.web.Refused;

/** What a person says at a check-in. The answer stays here; what is told is that there was one. */
record AnsweringCheckIns(Turn turn) {

    /** A late answer is an answer too, and one that says risk is heard whatever became of the check-in. */
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
        switch (checkIn.state()) {
            case State.Due due -> answered(episode, checkIn, due.due(), doing);
            case State.Missed missed -> answered(episode, checkIn, missed.due(), doing);
            case State.Planned planned -> unasked(doing, "check-in-not-due", "This check-in has not been asked yet.");
            case State.Answered answered -> unasked(doing, "check-in-answered", "This check-in is answered already.");
            case State.Cancelled cancelled -> unasked(doing, "check-in-cancelled", "This check-in was called off.");
        }
        if (doing.risk()) {
            new TaskSteps(turn).raise(episode, TaskReason.RISK_ANSWER);
        }
    }

    private void answered(Episode episode, CheckIn checkIn, Instant due, Doing doing) {
        turn.change(episode.admissionId(), e -> e.checkIn(checkIn.now(new State.Answered(due, turn.now(), doing))));
        turn.note("check-in-answered", checkIn.step());
        turn.tell(new JourneyEvent.CheckInAnswered(
                turn.patientId(), episode.centreId(), episode.admissionId(), checkIn.checkInId(), checkIn.step()));
        var tasks = new TaskSteps(turn);
        tasks.close(episode.admissionId(), TaskReason.CHECK_IN_MISSED, "answered");
        if (doing == Doing.STRUGGLING) {
            tasks.raise(episode, TaskReason.STRUGGLING_ANSWER);
        }
    }

    private void unasked(Doing doing, String rule, String detail) {
        if (!doing.risk()) {
            throw Refused.conflict(rule, detail);
        }
        turn.note("risk-heard-unasked", null);
    }
}
