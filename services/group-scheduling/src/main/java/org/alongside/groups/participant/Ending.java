package org.alongside.groups.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the peer seats of a stay's IOP phase may end, and whether they have.
 *
 * @param reopenedAt when an ending was last taken back, or a death told; permissions from before that count no more
 * @param securedAt when the hand-off had all its lines
 * @param takenOverAt when a named human took a task for this hand-off, or for leaving without one
 * @param iopEnded the seats were ended and are not sought again
 */
record Ending(
        @Nullable Instant reopenedAt,
        @Nullable Instant securedAt,
        @Nullable Instant takenOverAt,
        boolean iopEnded) {

    static final Ending UNKNOWN = new Ending(null, null, null, false);

    Ending reopened(Instant toldAt) {
        return new Ending(toldAt, securedAt, takenOverAt, false);
    }

    Ending permittedAfter(Instant instant) {
        return new Ending(instant, securedAt, takenOverAt, iopEnded);
    }

    Ending secured(@Nullable Instant at) {
        return new Ending(reopenedAt, at, takenOverAt, iopEnded);
    }

    Ending takenOver(Instant at) {
        return new Ending(reopenedAt, securedAt, at, iopEnded);
    }

    Ending withIopEnded() {
        return new Ending(reopenedAt, securedAt, takenOverAt, true);
    }

    boolean isSecured() {
        return counts(securedAt);
    }

    boolean isTakenOver() {
        return counts(takenOverAt);
    }

    private boolean counts(@Nullable Instant permission) {
        return permission != null && (reopenedAt == null || permission.isAfter(reopenedAt));
    }
}
