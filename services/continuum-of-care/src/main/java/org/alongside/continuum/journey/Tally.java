package org.alongside.continuum.journey;

/** How often something happened on this journey; stays when what it counts is withdrawn. */
record Tally(int started, int secured, int completed, int atRisk, int due, int answered, int missed) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                started + other.started,
                secured + other.secured,
                completed + other.completed,
                atRisk + other.atRisk,
                due + other.due,
                answered + other.answered,
                missed + other.missed);
    }

    Tally plus(JourneyEvent event) {
        return switch (event) {
            case JourneyEvent.HandoffStarted e ->
                new Tally(started + 1, secured, completed, atRisk, due, answered, missed);
            case JourneyEvent.HandoffSecured e ->
                new Tally(started, secured + 1, completed, atRisk, due, answered, missed);
            case JourneyEvent.HandoffCompleted e ->
                new Tally(started, secured, completed + 1, atRisk, due, answered, missed);
            case JourneyEvent.HandoffAtRisk e ->
                new Tally(started, secured, completed, atRisk + 1, due, answered, missed);
            case JourneyEvent.CheckInDue e -> new Tally(started, secured, completed, atRisk, due + 1, answered, missed);
            case JourneyEvent.CheckInAnswered e ->
                new Tally(started, secured, completed, atRisk, due, answered + 1, missed);
            case JourneyEvent.CheckInMissed e ->
                new Tally(started, secured, completed, atRisk, due, answered, missed + 1);
            case JourneyEvent.AlumniSeatRequested e -> this;
            case JourneyEvent.AlumniSeatRequestWithdrawn e -> this;
            case JourneyEvent.PeerContinuityRequested e -> this;
            case JourneyEvent.PeerContinuityRequestWithdrawn e -> this;
            case JourneyEvent.OutreachTaskRaised e -> this;
            case JourneyEvent.OutreachTaskEscalated e -> this;
            case JourneyEvent.OutreachTaskClosed e -> this;
        };
    }
}
