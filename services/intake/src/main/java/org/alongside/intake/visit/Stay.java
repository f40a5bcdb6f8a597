package org.alongside.intake.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One time in treatment under a visit number. A visit that was reopened after its discharge has more than one. */
public sealed interface Stay {

    Instant admittedAt();

    Placement placement();

    /** Since when the placement holds. */
    Instant placedAt();

    /** Still in treatment. */
    record Current(
            Instant admittedAt,
            Placement placement,
            Instant placedAt,
            @Nullable Plan plan) implements Stay {

        public Current {
            plan = plan == null ? null : plan.notBefore(admittedAt);
        }
    }

    /**
     * Left, and what was before that, in case the discharge did not happen.
     *
     * @param given the disposition as it was said; none if nobody said one
     */
    record Ended(
            Current before, Instant dischargedAt, @Nullable String given) implements Stay {

        @Override
        public Instant admittedAt() {
            return before.admittedAt();
        }

        @Override
        public Placement placement() {
            return before.placement();
        }

        @Override
        public Instant placedAt() {
            return before.placedAt();
        }

        public String disposition() {
            return given == null ? Dispositions.WHEN_MISSING : given;
        }
    }
}
