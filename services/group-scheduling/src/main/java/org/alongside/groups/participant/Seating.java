package org.alongside.groups.participant;

import java.util.List;
import java.util.Map;

/**
 * What was decided for one person.
 *
 * @param needs by id
 * @param seats by id: asked for, waited for, held, or on the way out
 * @param past the latest seats that ended
 * @param lastSeat number of the latest seat; never goes back
 */
record Seating(Map<String, Need> needs, Map<String, Seat> seats, List<PastSeat> past, int lastSeat) {

    static final Seating NONE = new Seating(Map.of(), Map.of(), List.of(), 0);
}
