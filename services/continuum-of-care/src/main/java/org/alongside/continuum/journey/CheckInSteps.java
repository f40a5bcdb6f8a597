package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.CheckIn.State;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Planning, asking and missing check-ins within one decision. */
record CheckInSteps(Turn turn) {

    private static final Comparator<CheckIn> BY_DATE =
            Comparator.comparing(c -> Objects.requireNonNullElse(c.state().when(), Instant.MAX));

    /** Brings the plan in line with leave and date. What was asked, answered or missed stays. */
    void plan(String admissionId) {
        var episode = turn.episode(admissionId);
        var handoff = episode.running();
        var dayZero = handoff == null ? null : handoff.dayZero();
        if (handoff == null || dayZero == null || !turn.leaveHolds()) {
            callOff(admissionId);
            return;
        }
        for (int day : turn.practice().cadence().days()) {
            plan(admissionId, handoff.handoffId(), day, dayZero);
        }
    }

    private void plan(String admissionId, String handoffId, int day, Instant dayZero) {
        var channel =
                Objects.requireNonNull(Objects.requireNonNull(turn.leave()).channel());
        var step = "day-" + day;
        var known = known(turn.episode(admissionId), handoffId, step);
        var due = turn.practice().cadence().due(day, dayZero, turn.now());
        if (known == null) {
            if (due != null) {
                var added = new CheckIn(turn.nextCheckIn(), handoffId, step, channel, new State.Planned(due));
                turn.change(admissionId, e -> e.planning(added));
            }
        } else if (known.state() instanceof State.Planned planned) {
            var when = itsTimeHasCome(known) ? planned.due() : due;
            var next = when == null
                    ? calledOff(known)
                    : new CheckIn(known.checkInId(), handoffId, step, channel, new State.Planned(when));
            turn.change(admissionId, e -> e.checkIn(next));
        }
    }

    /** Day zero is another one now: what would have been asked by now, counted from the old one, is not. */
    void dayZeroMoved(String admissionId) {
        callOff(admissionId, this::itsTimeHasCome);
    }

    /** It is asked now, or as soon as the quiet hours are over. */
    private boolean itsTimeHasCome(CheckIn checkIn) {
        var calendar = turn.practice().cadence().calendar();
        return checkIn.state() instanceof State.Planned planned
                && !planned.due().isAfter(calendar.contactAtOrAfter(turn.now()));
    }

    private static @Nullable CheckIn known(Episode episode, String handoffId, String step) {
        return episode.checkIns().stream()
                .filter(c -> c.handoffId().equals(handoffId) && c.step().equals(step) && c.counts())
                .findFirst()
                .orElse(null);
    }

    void callOff(String admissionId) {
        callOff(admissionId, CheckIn::ahead);
    }

    private void callOff(String admissionId, Predicate<CheckIn> which) {
        turn.episode(admissionId).checkIns().stream()
                .filter(which)
                .forEach(c -> turn.change(admissionId, e -> e.checkIn(calledOff(c))));
    }

    private CheckIn calledOff(CheckIn checkIn) {
        return checkIn.now(new State.Cancelled(checkIn.state().when(), turn.now()));
    }

    /** Asks what is due, inside contact hours only, and notices silence. */
    void whatTimeBrings(String admissionId) {
        if (!turn.episode(admissionId).phase().left()) {
            return;
        }
        for (var checkIn : turn.episode(admissionId).checkIns()) {
            switch (checkIn.state()) {
                case State.Planned planned when !planned.due().isAfter(turn.now()) -> ask(admissionId, checkIn);
                case State.Due due when !due.missedAt().isAfter(turn.now()) -> miss(admissionId, checkIn, due);
                case State.Planned planned -> {}
                case State.Due due -> {}
                case State.Answered answered -> {}
                case State.Missed missed -> {}
                case State.Cancelled cancelled -> {}
            }
        }
    }

    private void ask(String admissionId, CheckIn checkIn) {
        var welcome = turn.practice().cadence().calendar().contactAtOrAfter(turn.now());
        if (welcome.isAfter(turn.now())) {
            turn.change(admissionId, e -> e.checkIn(checkIn.now(new State.Planned(welcome))));
            return;
        }
        var missedAt = turn.now().plus(turn.practice().cadence().answerWithin());
        var episode = turn.change(admissionId, e -> e.checkIn(checkIn.now(new State.Due(turn.now(), missedAt))));
        turn.note("check-in-due", checkIn.step());
        turn.tell(new JourneyEvent.CheckInDue(
                turn.patientId(),
                episode.centreId(),
                admissionId,
                checkIn.checkInId(),
                checkIn.step(),
                checkIn.channel(),
                turn.now()));
    }

    /** Several in a row are a task, and so is the last one: no later question would notice the silence after it. */
    private void miss(String admissionId, CheckIn checkIn, State.Due due) {
        var episode = turn.change(admissionId, e -> e.checkIn(checkIn.now(new State.Missed(due.due(), turn.now()))));
        turn.note("check-in-missed", checkIn.step());
        turn.tell(new JourneyEvent.CheckInMissed(
                turn.patientId(), episode.centreId(), admissionId, checkIn.checkInId(), checkIn.step()));
        boolean last = episode.checkIns().stream().noneMatch(CheckIn::ahead);
        if (last || missedInARow(episode) >= turn.practice().cadence().missesInARow()) {
            new TaskSteps(turn).raise(episode, TaskReason.CHECK_IN_MISSED);
        }
    }

    private static long missedInARow(Episode episode) {
        return episode.checkIns().stream()
                .filter(c -> c.state() instanceof State.Missed || c.state() instanceof State.Answered)
                .sorted(BY_DATE.reversed())
                .takeWhile(c -> c.state() instanceof State.Missed)
                .count();
    }
}
