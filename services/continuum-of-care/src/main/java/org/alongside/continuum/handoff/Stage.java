package org.alongside.continuum.handoff;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/** How far a hand-off has come. A line that falls back takes it from any stage but declined to {@link Open}. */
public sealed interface Stage {

    @TypeAlias("stage-open")
    record Open() implements Stage {}

    @TypeAlias("stage-secured")
    record Secured(Instant at) implements Stage {}

    /** Discharged, and the first alumni session has taken place. */
    @TypeAlias("stage-completed")
    record Completed(Instant at) implements Stage {}

    /** The person does not want it. They never have to say why, and may come back. */
    @TypeAlias("stage-declined")
    record Declined(Instant at) implements Stage {}
}
