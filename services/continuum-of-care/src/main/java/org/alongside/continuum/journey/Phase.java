package org.alongside.continuum.journey;

import java.time.Instant;
import org.alongside.continuum.handoff.Disposition;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** Where an episode of care stands. */
sealed interface Phase {

    /** Somebody spoke of it before intake did; what they said is kept. */
    @TypeAlias("phase-heard-of")
    record HeardOf() implements Phase {}

    @TypeAlias("phase-in-treatment")
    record InTreatment(Instant admittedAt) implements Phase {}

    /** @param declined the person said that they want nothing further */
    @TypeAlias("phase-discharged")
    record Discharged(@Nullable Instant admittedAt, Instant at, Disposition disposition, boolean declined)
            implements Phase {}

    @TypeAlias("phase-cancelled")
    record Cancelled(Instant at) implements Phase {}

    default boolean treated() {
        return this instanceof InTreatment;
    }

    default boolean left() {
        return this instanceof Discharged;
    }

    default @Nullable Instant admitted() {
        return switch (this) {
            case HeardOf heard -> null;
            case InTreatment treated -> treated.admittedAt();
            case Discharged discharged -> discharged.admittedAt();
            case Cancelled cancelled -> null;
        };
    }
}
