package org.alongside.intake.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A planned discharge; the day may not be known yet. */
public record Plan(@Nullable Instant plannedFor) {

    /** Nobody leaves before coming, so a day before that is none; a plan may name the day alone, which began before. */
    Plan notBefore(Instant admittedAt) {
        return plannedFor != null && plannedFor.isBefore(admittedAt.minus(1, ChronoUnit.DAYS)) ? new Plan(null) : this;
    }
}
