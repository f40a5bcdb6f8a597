package org.alongside.eventing.lane;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So much was parked that the fault is ours and not a record's. The record is left where it is. */
final class TooManyParked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String standing;

    private TooManyParked(String standing, String message) {
        super(message, null, false, false);
        this.standing = standing;
    }

    static TooManyParked lanes(int limit) {
        return new TooManyParked(
                LaneContainer.TOO_MANY_PARKED, "More than " + limit + " lanes were parked by this instance");
    }

    static TooManyParked records() {
        return new TooManyParked(
                LaneContainer.PARKED_LANE_FULL, "More records wait in one lane than its document can hold");
    }

    /** What {@link LaneContainer} says of it, when the failure is one of these. */
    static Optional<String> standing(@Nullable Throwable failure) {
        return failure instanceof TooManyParked tooMany
                ? Optional.of(tooMany.standing)
                : failure == null ? Optional.empty() : standing(failure.getCause());
    }
}
