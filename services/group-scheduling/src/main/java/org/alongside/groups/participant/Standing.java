package org.alongside.groups.participant;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/** How far a seat has come between the person's document and the group's. */
sealed interface Standing {

    /**
     * The group has not answered yet. Clashes like a seat.
     *
     * @param waited was told to wait there already, and the group does not know it any more
     */
    @TypeAlias("asked")
    record Asked(boolean orQueue, boolean waited) implements Standing {}

    /** In the group's queue. Clashes like a seat. */
    @TypeAlias("waiting")
    record Waiting(Instant since, int position) implements Standing {}

    @TypeAlias("held")
    record Held(Instant from) implements Standing {}

    /** Held, but the group does not know it (any more), so it is claimed once more. */
    @TypeAlias("doubted")
    record Doubted(Instant from) implements Standing {}

    /** The person has left already; the group has yet to be told. Clashes with nothing. */
    @TypeAlias("leaving")
    record Leaving() implements Standing {}
}
