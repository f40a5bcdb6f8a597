package org.alongside.groups.group;

import java.util.Set;

/** Asks the people's documents who sits in a group, because a group without a limit does not know. */
@FunctionalInterface
public interface Holders {

    /** Everyone who holds a seat, asked for one or waits there, by patientId. */
    Set<String> of(String groupId);
}
