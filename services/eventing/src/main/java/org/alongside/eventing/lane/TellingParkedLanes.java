package org.alongside.eventing.lane;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Told;

/**
 * For a service that has no tasks of its own: tells {@code lane-parked} and {@code lane-unparked} on its own topic, each
 * parked lane in a lane of its own, for one that has. A frozen document could not tell it.
 */
public final class TellingParkedLanes implements ParkedLaneListener {

    public static final String COLLECTION = "parked-lanes-told";

    /** @param waits whether the others were told last that it waits */
    record State(boolean waits) {}

    private final Documents<State> lanes;
    private final String service;

    public TellingParkedLanes(DocumentSpace space, LaneSettings settings) {
        this.lanes = space.documents(Kind.of(COLLECTION, "parked-lane", State.class));
        this.service = settings.service();
    }

    @Override
    public void parked(String source, String lane, String type) {
        var parked = LaneParked.of(service, source, lane, type);
        tell(parked.parkedLaneId(), true, new Told("lane-parked", "1.0.0", parked));
    }

    @Override
    public void unparked(String source, String lane) {
        var unparked = LaneUnparked.of(service, source, lane);
        tell(unparked.parkedLaneId(), false, new Told("lane-unparked", "1.0.0", unparked));
    }

    private void tell(String id, boolean waits, Told event) {
        lanes.change(
                id,
                Cause.OWN,
                (kept, now) -> kept.orElse(new State(false)).waits() == waits
                        ? Decision.unchanged()
                        : Decision.<State, Void>to(new State(waits)).telling(event));
    }
}
