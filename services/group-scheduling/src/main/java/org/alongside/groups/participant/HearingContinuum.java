package org.alongside.groups.participant;

import java.util.Set;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.lane.LaneListener;
import org.jspecify.annotations.Nullable;

/** What the hand-off asks for and permits. */
class HearingContinuum {

    /** Reasons of tasks that a named human owns about somebody who left without a hand-off. */
    private static final Set<String> NO_HANDOFF =
            Set.of("left-against-advice", "administrative-discharge", "paused-return-unknown");

    private final SeatingParticipants seating;

    HearingContinuum(SeatingParticipants seating) {
        this.seating = seating;
    }

    record SeatRequest(String centreId, String admissionId, String requestId) {}

    record HandoffSecured(String centreId, String admissionId) {}

    record TaskRaised(
            String centreId,
            String admissionId,
            String reason,
            @Nullable String handoffId) {

        boolean takesOver() {
            return handoffId != null || NO_HANDOFF.contains(reason);
        }
    }

    LaneListener listener() {
        return LaneListener.to("continuum")
                .on("alumni-seat-requested", SeatRequest.class, this::requested)
                .on("alumni-seat-request-withdrawn", SeatRequest.class, this::withdrawn)
                .on("handoff-secured", HandoffSecured.class, this::secured)
                .on("outreach-task-raised", TaskRaised.class, this::taskRaised)
                .ignoring("peer-continuity-requested", "peer-continuity-request-withdrawn", "handoff-started")
                .ignoring("handoff-at-risk", "handoff-completed", "outreach-task-escalated", "outreach-task-closed")
                .ignoring("check-in-due", "check-in-answered", "check-in-missed")
                .build();
    }

    void requested(Incoming in, SeatRequest e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId()).asked(e.admissionId(), e.requestId(), in.time()));
    }

    void withdrawn(Incoming in, SeatRequest e) {
        seating.learn(
                in.lane(), in.receipt(), known -> known.at(e.centreId()).withdrawn(e.admissionId(), e.requestId()));
    }

    void secured(Incoming in, HandoffSecured e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId())
                        .staying(e.admissionId(), stay -> stay.ending(ending -> ending.secured(in.time()))));
    }

    void taskRaised(Incoming in, TaskRaised e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> e.takesOver()
                        ? known.at(e.centreId())
                                .staying(e.admissionId(), stay -> stay.ending(ending -> ending.takenOver(in.time())))
                        : known.at(e.centreId()));
    }
}
