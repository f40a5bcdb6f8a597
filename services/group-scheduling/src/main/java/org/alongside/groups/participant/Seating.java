package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was decided for one person.
 *
 * @param needs by id
 * @param seats by id: asked for, waited for, held, or on the way out
 * @param past the latest seats that ended
 * @param left when the person last left a group, or staff took them out, by groupId
 * @param lastSeat number of the latest seat; never goes back
 */
record Seating(
        Map<String, Need> needs,
        Map<String, Seat> seats,
        List<PastSeat> past,
        Map<String, Instant> left,
        int lastSeat) {

    static final Seating NONE = new Seating(Map.of(), Map.of(), List.of(), Map.of(), 0);
}
