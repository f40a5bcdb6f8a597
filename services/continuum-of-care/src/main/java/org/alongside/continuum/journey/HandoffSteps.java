package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Obstacle;
import org.alongside.continuum.handoff.Stage;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Opening, securing, losing and taking back the lines of a hand-off within one decision. */
record HandoffSteps(Turn turn) {

    static final String TOOK_PLACE = "took-place";

    /** @param discharged from when the lines count; null while the person is still in treatment */
    void start(String admissionId, Handoff.Kind kind, @Nullable Instant plannedFor, @Nullable Instant discharged) {
        var policy = turn.practice().handoff();
        Map<Line, LineState> lines = new EnumMap<>(Line.class);
        for (var line : Line.values()) {
            lines.put(line, new LineState.Open(null, policy.deadline(line, plannedFor, discharged, turn.now()), null));
        }
        var cover = discharged == null ? null : turn.now().plus(policy.grace());
        var handoff = new Handoff(
                turn.nextHandoff(),
                kind,
                turn.now(),
                plannedFor,
                discharged,
                lines,
                new Stage.Open(),
                cover,
                false,
                false);
        turn.change(admissionId, e -> e.handoff(handoff));
        secureWhatIsOurs(admissionId);
        var episode = turn.episode(admissionId);
        turn.note("handoff-started", kind.code());
        turn.tell(new JourneyEvent.HandoffStarted(
                turn.patientId(),
                episode.centreId(),
                admissionId,
                handoff.handoffId(),
                kind.code(),
                told(lines, Objects.requireNonNull(episode.handoff()))));
    }

    private static List<JourneyEvent.LineTold> told(Map<Line, LineState> deadlines, Handoff now) {
        return Arrays.stream(Line.values())
                .map(line -> new JourneyEvent.LineTold(
                        line.code(),
                        now.line(line).secured() ? "secured" : "open",
                        Objects.requireNonNull(deadlines.get(line)).due()))
                .toList();
    }

    /** Another date for a planned one; what was late for the old date may be in time for the new one. */
    void reschedule(String admissionId, Handoff handoff, @Nullable Instant plannedFor) {
        var moved = handoff.plannedFor(plannedFor);
        for (var line : Line.values()) {
            var deadline = turn.practice().handoff().deadline(line, plannedFor, null, turn.now());
            moved = moved.with(line, due(moved.line(line), deadline));
            if (moved.line(line) instanceof LineState.Open) {
                new TaskSteps(turn).close(admissionId, TaskReason.overdue(line), "date-moved");
            }
        }
        var next = moved;
        turn.change(admissionId, e -> e.handoff(next));
        new CheckInSteps(turn).dayZeroMoved(admissionId);
        turn.note("discharge-moved", null);
    }

    private LineState due(LineState line, @Nullable Instant deadline) {
        return line.secured() ? line : line.unsecured(line.requestId(), deadline, line.hindrance(), turn.now());
    }

    /** The discharge of a planned one: what is still open is due by the earlier of its date and the rule after a discharge. */
    void discharged(String admissionId, Handoff handoff, Instant at) {
        var left = handoff.discharged(at)
                .coverBy(turn.now().plus(turn.practice().handoff().grace()));
        for (var line : Line.values()) {
            if (left.line(line) instanceof LineState.Open open) {
                var rule = turn.practice().handoff().deadline(line, handoff.plannedFor(), at, turn.now());
                left = left.with(
                        line, new LineState.Open(open.requestId(), earlier(open.deadline(), rule), open.obstacle()));
            }
        }
        var next = left.allSecured() ? left.coverBy(null) : left;
        turn.change(admissionId, e -> e.handoff(next));
        if (!at.equals(handoff.dayZero())) {
            new CheckInSteps(turn).dayZeroMoved(admissionId);
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** An answer counts only if it is to the current request. */
    boolean answers(Episode episode, Line line, @Nullable String requestId) {
        var handoff = episode.running();
        return handoff != null
                && requestId != null
                && requestId.equals(handoff.line(line).requestId());
    }

    void secure(String admissionId, Line line, String by, @Nullable String detail, @Nullable Instant begins) {
        var handoff = running(admissionId);
        var state = new LineState.Secured(handoff.line(line).requestId(), by, detail, turn.now(), begins);
        turn.change(admissionId, e -> e.handoff(handoff.with(line, state)));
        turn.note("line-secured", line.code());
        new TaskSteps(turn).close(admissionId, TaskReason.overdue(line), "secured");
        if (line == Line.ALUMNI_SEAT) {
            mindTheFirstSession(admissionId, handoff, begins);
        }
    }

    /** The line is secured, and still somebody has to bridge a time that is too long. */
    private void mindTheFirstSession(String admissionId, Handoff handoff, @Nullable Instant begins) {
        var tasks = new TaskSteps(turn);
        var episode = turn.episode(admissionId);
        if (begins == null || !turn.practice().handoff().beginsLate(handoff, begins)) {
            tasks.close(admissionId, TaskReason.FIRST_SESSION_LATE, "in-time");
        } else if (!episode.paused()) {
            tasks.raise(episode, TaskReason.FIRST_SESSION_LATE);
        }
    }

    void hinder(String admissionId, Line line, Obstacle obstacle) {
        var handoff = running(admissionId);
        var state = handoff.line(line);
        if (!state.secured()) {
            var next = state.unsecured(state.requestId(), state.due(), obstacle, turn.now());
            turn.change(admissionId, e -> e.handoff(handoff.with(line, next)));
            turn.note("line-hindered", line.code() + ": " + obstacle.code());
        }
    }

    /** Clears the line only if it holds what ended; the next review asks again. */
    boolean holds(Episode episode, Line line, String by) {
        var handoff = episode.running();
        return handoff != null
                && handoff.line(line) instanceof LineState.Secured secured
                && secured.by().equals(by);
    }

    /** Whoever loses a seat after its first session changes groups: there is no time before a first one to bridge again. */
    void seatEnded(String admissionId, Instant at) {
        var handoff = running(admissionId);
        if (handoff.firstSessionTookPlace(at)) {
            turn.change(admissionId, e -> e.handoff(handoff.firstSessionWasHeld()));
            new TaskSteps(turn).close(admissionId, TaskReason.FIRST_SESSION_LATE, TOOK_PLACE);
        }
        fallBack(admissionId, Line.ALUMNI_SEAT);
    }

    void fallBack(String admissionId, Line line) {
        var handoff = running(admissionId);
        var deadline = turn.practice().handoff().afresh(line, handoff.plannedFor(), handoff.discharged(), turn.now());
        turn.change(admissionId, e -> e.handoff(handoff.with(line, new LineState.Open(null, deadline, null))));
        turn.note("line-fell-back", line.code());
    }

    /** Leave and first check-in follow from what is known here. */
    void secureWhatIsOurs(String admissionId) {
        new CheckInSteps(turn).plan(admissionId);
        var leave = turn.leave();
        var consent =
                leave == null || !turn.leaveHolds() ? null : Objects.requireNonNullElse(leave.consentId(), "consent");
        follow(admissionId, Line.LEAVE_TO_CONTACT, consent, null);
        followFirstCheckIn(admissionId);
    }

    private void followFirstCheckIn(String admissionId) {
        var handoffId = running(admissionId).handoffId();
        var first = turn.episode(admissionId).checkIns().stream()
                .filter(c -> c.handoffId().equals(handoffId) && c.counts())
                .findFirst()
                .orElse(null);
        follow(
                admissionId,
                Line.FIRST_CHECK_IN,
                first == null ? null : first.checkInId(),
                first == null ? null : first.state().when());
    }

    private void follow(String admissionId, Line line, @Nullable String by, @Nullable Instant begins) {
        var handoff = running(admissionId);
        var state = handoff.line(line);
        if (by == null && state.secured()) {
            fallBack(admissionId, line);
        } else if (state instanceof LineState.Secured secured && secured.by().equals(by)) {
            turn.change(admissionId, e -> e.handoff(handoff.with(line, secured.beginning(begins))));
        } else if (by != null) {
            secure(admissionId, line, by, null, begins);
        }
    }

    private Handoff running(String admissionId) {
        return Objects.requireNonNull(turn.episode(admissionId).running(), "no hand-off is running");
    }

    /** Takes back what was asked for and closes what was raised for it. */
    void withdraw(String admissionId, String why) {
        var handoff = turn.episode(admissionId).handoff();
        if (handoff == null) {
            return;
        }
        Arrays.stream(Line.values()).forEach(line -> withdrawRequest(admissionId, line, handoff.line(line)));
        new TaskSteps(turn).closeOf(handoff, why, TaskSteps.MACHINE);
        new TaskSteps(turn).close(admissionId, TaskReason.FIRST_SESSION_LATE, why);
        new CheckInSteps(turn).callOff(admissionId);
        turn.change(admissionId, e -> e.handoff(null));
        turn.note("handoff-withdrawn", why);
    }

    /**
     * The person wants nothing further: what is secured stays theirs, what is open is not asked for any more. Nor is
     * another peer, should they lose the one they have.
     */
    void decline(String admissionId, String by) {
        var handoff = turn.episode(admissionId).running();
        new CheckInSteps(turn).callOff(admissionId);
        new TaskSteps(turn).closeWhatComesAfterTreatment(turn.episode(admissionId), "declined", by);
        turn.note("handoff-declined", null);
        if (handoff == null) {
            return;
        }
        dropOpenRequests(admissionId);
        if (handoff.line(Line.PEER_CONTACT) instanceof LineState.Secured peer) {
            withdrawRequest(admissionId, Line.PEER_CONTACT, peer);
            var stays = new LineState.Secured(null, peer.by(), peer.detail(), peer.at(), peer.begins());
            turn.change(admissionId, e -> e.handoff(running(admissionId).with(Line.PEER_CONTACT, stays)));
        }
        var declined = running(admissionId).coverBy(null).at(new Stage.Declined(turn.now()));
        turn.change(admissionId, e -> e.handoff(declined));
    }

    /**
     * While somebody is back in treatment nobody works on the hand-off of the time before; what they hold stays, and a
     * check-in that is called off they do not hold.
     */
    void pause(String admissionId) {
        new CheckInSteps(turn).callOff(admissionId);
        if (turn.episode(admissionId).running() != null) {
            followFirstCheckIn(admissionId);
        }
        dropOpenRequests(admissionId);
        new TaskSteps(turn).closeAll(admissionId, TaskSteps.READMITTED, TaskSteps.MACHINE);
        turn.change(admissionId, e -> e.paused(true));
        turn.note("follow-up-paused", null);
    }

    void goOn(String admissionId) {
        turn.change(admissionId, e -> e.paused(false));
        turn.note("follow-up-resumed", null);
        if (turn.episode(admissionId).running() != null) {
            handOffAnew(admissionId);
        }
        new TaskSteps(turn).raiseWhatRested(admissionId);
    }

    private void handOffAnew(String admissionId) {
        secureWhatIsOurs(admissionId);
        var handoff = running(admissionId);
        for (var line : Line.values()) {
            if (!handoff.line(line).secured()) {
                fallBack(admissionId, line);
            }
        }
        var cover = handoff.discharged() == null || handoff.allSecured()
                ? null
                : turn.now().plus(turn.practice().handoff().grace());
        turn.change(admissionId, e -> e.handoff(running(admissionId).coverBy(cover)));
        if (handoff.firstSessionTookPlace(turn.now())) {
            new TaskSteps(turn).close(admissionId, TaskReason.FIRST_SESSION_LATE, TOOK_PLACE);
        }
    }

    private void dropOpenRequests(String admissionId) {
        for (var line : Line.values()) {
            var handoff = turn.episode(admissionId).running();
            if (handoff != null && !handoff.line(line).secured()) {
                withdrawRequest(admissionId, line, handoff.line(line));
                turn.change(admissionId, e -> e.handoff(handoff.with(line, new LineState.Open(null, null, null))));
            }
        }
    }

    void withdrawRequest(String admissionId, Line line, LineState state) {
        var requestId = state.requestId();
        if (requestId == null) {
            return;
        }
        var centreId = turn.episode(admissionId).centreId();
        turn.tell(
                line == Line.ALUMNI_SEAT
                        ? new JourneyEvent.AlumniSeatRequestWithdrawn(
                                turn.patientId(), centreId, admissionId, requestId)
                        : new JourneyEvent.PeerContinuityRequestWithdrawn(
                                turn.patientId(), centreId, admissionId, requestId));
    }

    /** @param seat as it stands, its first session being another one now */
    void firstSessionMoved(String admissionId, LineState.Secured seat, Instant to) {
        turn.change(admissionId, e -> e.handoff(running(admissionId).with(Line.ALUMNI_SEAT, seat.beginning(to))));
        turn.note("first-session-moved", null);
        mindTheFirstSession(admissionId, running(admissionId), to);
    }
}
