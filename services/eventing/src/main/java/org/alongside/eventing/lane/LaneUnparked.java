package org.alongside.eventing.lane;

/** What is told of a lane that flows again. */
public record LaneUnparked(String parkedLaneId) {

    /** @param service the short name of the one that had parked it */
    public static LaneUnparked of(String service, String source, String lane) {
        return new LaneUnparked(LaneParked.id(service, source, lane));
    }
}
