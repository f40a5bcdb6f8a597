package org.alongside.continuum.journey;

import org.alongside.continuum.handoff.Disposition;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Obstacle;
import org.alongside.continuum.outreach.TaskReason;

/** Takes in what the groups say. */
record SeatFacts(Turn turn) {

    private static final String IOP = "iop";
    private static final String ALUMNI = "alumni";

    void take(SeatEvent event) {
        switch (event) {
            case SeatEvent.SeatTaken e -> taken(e);
            case SeatEvent.SeatWaitlisted e -> waitlisted(e);
            case SeatEvent.SeatReleased e -> released(e);
            case SeatEvent.AttendanceRecorded e -> attended(e);
            case SeatEvent.SessionMissedByGroup e -> fellOut(e);
        }
    }

    private void taken(SeatEvent.SeatTaken e) {
        turn.episode(e.admissionId(), e.centreId());
        var seat = new Known.Seat(e.groupId(), e.phase(), e.firstSessionAt());
        var episode = turn.change(e.admissionId(), x -> x.known(x.known().seated(e.seatId(), seat, turn.now())));
        turn.note("seat-taken", e.phase() + ": " + e.groupId());
        if (e.phase().equals(IOP)) {
            noSeatIsMissing(e.admissionId(), "seated");
        }
        var handoff = new HandoffSteps(turn);
        if (handoff.answers(episode, Line.ALUMNI_SEAT, e.requestId())) {
            handoff.secure(e.admissionId(), Line.ALUMNI_SEAT, e.seatId(), e.groupId(), e.firstSessionAt());
        }
    }

    private void waitlisted(SeatEvent.SeatWaitlisted e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (e.requestId() == null) {
            if (e.phase().equals(IOP) && !episode.known().holds(IOP)) {
                turn.change(e.admissionId(), x -> x.known(x.known().withoutSeatSince(turn.now())));
                raiseNoSeatFound(e.admissionId());
            }
            return;
        }
        var handoff = new HandoffSteps(turn);
        if (handoff.answers(episode, Line.ALUMNI_SEAT, e.requestId())) {
            var obstacle = new Obstacle("waitlisted", e.position(), PeerFacts.counts(e.excluded()));
            handoff.hinder(e.admissionId(), Line.ALUMNI_SEAT, obstacle);
        }
    }

    /** As with a mentor, a search that found none may be heard of before the person is known to be in treatment. */
    void raiseNoSeatFound(String admissionId) {
        var episode = turn.episode(admissionId);
        if (episode.phase().treated() && episode.known().noSeatSince() != null) {
            new TaskSteps(turn).raise(episode, TaskReason.NO_SEAT_FOUND);
        }
    }

    /** A seat names the stay it serves last; where an earlier one had it before, it ends for that one too. */
    private void released(SeatEvent.SeatReleased e) {
        turn.episode(e.admissionId(), e.centreId());
        var holding = turn.episodes().stream()
                .filter(x -> x.known().seats().containsKey(e.seatId()))
                .toList();
        if (holding.isEmpty()) {
            noLongerWaits(e);
            return;
        }
        turn.note("seat-ended", e.phase());
        var handoff = new HandoffSteps(turn);
        for (var episode : holding) {
            turn.change(episode.admissionId(), x -> x.known(x.known().unseated(e.seatId(), e.phase(), e.endedAt())));
            if (handoff.holds(episode, Line.ALUMNI_SEAT, e.seatId())) {
                handoff.seatEnded(episode.admissionId(), e.endedAt());
            }
        }
    }

    /** The groups seek on where a seat is still wanted, and say so anew when there is none. */
    private void noLongerWaits(SeatEvent.SeatReleased e) {
        if (e.phase().equals(IOP)) {
            noSeatIsMissing(e.admissionId(), "not-needed");
        }
    }

    private void noSeatIsMissing(String admissionId, String why) {
        turn.change(admissionId, x -> x.known(x.known().withoutSeatSince(null)));
        new TaskSteps(turn).close(admissionId, TaskReason.NO_SEAT_FOUND, why);
    }

    /** Sessions are recorded in any order and corrected later; what counts is what is missed since the person was last seen. */
    private void attended(SeatEvent.AttendanceRecorded e) {
        turn.episode(e.admissionId(), e.centreId());
        var session = new Known.Session(e.sessionAt(), e.phase(), e.outcome());
        var episode = turn.change(e.admissionId(), x -> x.known(x.known().attended(session)));
        var iop = episode.known().missedSinceSeen(IOP);
        var alumni = episode.known().missedSinceSeen(ALUMNI);
        boolean enough = alumni.size() >= turn.practice().alumniAbsences();
        if (session.missed()) {
            turn.note("absent", e.phase());
            missed(episode, iop.contains(session) && isMissed(episode, session), enough && alumni.contains(session));
        } else {
            backOrExcused(e.admissionId(), session.seen() ? "attended" : "excused", iop.isEmpty(), !enough);
        }
    }

    private void missed(Episode episode, boolean iop, boolean alumni) {
        if (iop) {
            new TaskSteps(turn).raise(episode, TaskReason.ABSENT_FROM_IOP_GROUP);
        } else if (alumni && !episode.paused() && episode.phase().left() && episode.running() != null) {
            new TaskSteps(turn).raise(episode, TaskReason.ABSENT_FROM_ALUMNI_GROUP);
        }
    }

    /** During the stay, whenever the sheet is told, and as long as the seat of treatment overlaps with a hand-off. */
    private static boolean isMissed(Episode episode, Known.Session session) {
        return !episode.paused()
                && switch (episode.phase()) {
                    case Phase.HeardOf heard -> true;
                    case Phase.InTreatment treated -> true;
                    case Phase.Discharged left ->
                        episode.running() != null
                                || !left.declined()
                                        && left.disposition() != Disposition.DIED
                                        && session.at().isBefore(left.at());
                    case Phase.Cancelled cancelled -> false;
                };
    }

    private void backOrExcused(String admissionId, String outcome, boolean iop, boolean alumni) {
        if (iop) {
            new TaskSteps(turn).close(admissionId, TaskReason.ABSENT_FROM_IOP_GROUP, outcome);
        }
        if (alumni) {
            new TaskSteps(turn).close(admissionId, TaskReason.ABSENT_FROM_ALUMNI_GROUP, outcome);
        }
    }

    /**
     * Counts only for the session the hand-off waits for. With another session of the same group named, the seat is
     * still theirs; without one the seat is worth nothing and another is asked for.
     */
    private void fellOut(SeatEvent.SessionMissedByGroup e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        var steps = new HandoffSteps(turn);
        var handoff = episode.running();
        if (handoff == null
                || !(handoff.line(Line.ALUMNI_SEAT) instanceof LineState.Secured seat)
                || !seat.by().equals(e.seatId())
                || !e.sessionAt().equals(seat.begins())) {
            return;
        }
        if (e.nextSessionAt() != null) {
            steps.firstSessionMoved(e.admissionId(), seat, e.nextSessionAt());
        } else {
            steps.withdrawRequest(e.admissionId(), Line.ALUMNI_SEAT, seat);
            steps.fallBack(e.admissionId(), Line.ALUMNI_SEAT);
        }
    }
}
