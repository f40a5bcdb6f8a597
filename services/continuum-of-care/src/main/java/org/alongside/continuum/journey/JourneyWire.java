package org.alongside.continuum.journey;

import org.alongside.eventing.document.Told;

/** The wire name of each event; its payload is the event itself. */
final class JourneyWire {

    private JourneyWire() {}

    static Told told(JourneyEvent event) {
        return new Told(name(event), "1.0.0", event);
    }

    private static String name(JourneyEvent event) {
        return switch (event) {
            case JourneyEvent.AlumniSeatRequested e -> "alumni-seat-requested";
            case JourneyEvent.AlumniSeatRequestWithdrawn e -> "alumni-seat-request-withdrawn";
            case JourneyEvent.PeerContinuityRequested e -> "peer-continuity-requested";
            case JourneyEvent.PeerContinuityRequestWithdrawn e -> "peer-continuity-request-withdrawn";
            case JourneyEvent.HandoffStarted e -> "handoff-started";
            case JourneyEvent.HandoffAtRisk e -> "handoff-at-risk";
            case JourneyEvent.HandoffSecured e -> "handoff-secured";
            case JourneyEvent.HandoffCompleted e -> "handoff-completed";
            case JourneyEvent.CheckInDue e -> "check-in-due";
            case JourneyEvent.CheckInAnswered e -> "check-in-answered";
            case JourneyEvent.CheckInMissed e -> "check-in-missed";
            case JourneyEvent.OutreachTaskRaised e -> "outreach-task-raised";
            case JourneyEvent.OutreachTaskEscalated e -> "outreach-task-escalated";
            case JourneyEvent.OutreachTaskClosed e -> "outreach-task-closed";
        };
    }
}
