package org.alongside.groups.group;

import java.util.Map;
import java.util.Set;

/** Asks the people's documents who sits in a group, because a group without a limit does not know. */
@FunctionalInterface
public interface Holders {

    /** The seats that people hold, asked for or wait for there: the patientId by the seatId. */
    Map<String, String> seats(String groupId);

    /** Everyone who has one of those, by patientId. */
    default Set<String> of(String groupId) {
        return Set.copyOf(seats(groupId).values());
    }
}
