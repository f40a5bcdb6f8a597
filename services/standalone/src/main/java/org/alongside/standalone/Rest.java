package org.alongside.standalone;

import java.time.Duration;
import java.util.Optional;

/** What the clock waits for before and after it moves. */
interface Rest {

    Reading reading();

    /** A reading with nothing left; nothing when that did not come in time. */
    Optional<Reading> await(Duration atMost);
}
