package org.alongside.groups.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One admission, as far as it was told. Any part may be missing, because lanes of other services may be ahead.
 *
 * @param reopenedAt when an ending was last taken back, or a death told; permissions to end from before that count no more
 * @param securedAt when the hand-off had all its lines
 * @param takenOverAt when a named human took a task for this hand-off, or for leaving without one
 * @param iopEnded the peer seats of the IOP phase were ended and are not sought again
 */
record Stay(
        @Nullable Instant admittedAt,
        @Nullable LevelOfCare level,
        @Nullable String track,
        @Nullable Instant dischargedAt,
        @Nullable String disposition,
        boolean cancelled,
        @Nullable Instant reopenedAt,
        @Nullable Instant securedAt,
        @Nullable Instant takenOverAt,
        boolean iopEnded) {

    static final Stay UNKNOWN = new Stay(null, null, null, null, null, false, null, null, null, false);

    Stay admitted(Instant at, LevelOfCare of, String onTrack, Instant toldAt) {
        var reopened = cancelled || dischargedAt != null ? toldAt : reopenedAt;
        return new Stay(at, of, onTrack, null, null, false, reopened, securedAt, takenOverAt, false);
    }

    Stay at(LevelOfCare of, String onTrack) {
        return new Stay(
                admittedAt,
                of,
                onTrack,
                dischargedAt,
                disposition,
                cancelled,
                reopenedAt,
                securedAt,
                takenOverAt,
                iopEnded);
    }

    Stay discharged(Instant at, String how) {
        return new Stay(admittedAt, level, track, at, how, cancelled, reopenedAt, securedAt, takenOverAt, iopEnded);
    }

    Stay reopened(Instant toldAt) {
        return new Stay(admittedAt, level, track, null, null, cancelled, toldAt, securedAt, takenOverAt, false);
    }

    /** Permissions to end from before that instant count no more. */
    Stay permittedAfter(Instant instant) {
        return new Stay(
                admittedAt,
                level,
                track,
                dischargedAt,
                disposition,
                cancelled,
                instant,
                securedAt,
                takenOverAt,
                iopEnded);
    }

    Stay withCancelled() {
        return new Stay(
                admittedAt,
                level,
                track,
                dischargedAt,
                disposition,
                true,
                reopenedAt,
                securedAt,
                takenOverAt,
                iopEnded);
    }

    Stay secured(@Nullable Instant at) {
        return new Stay(
                admittedAt, level, track, dischargedAt, disposition, cancelled, reopenedAt, at, takenOverAt, iopEnded);
    }

    Stay takenOver(Instant at) {
        return new Stay(
                admittedAt, level, track, dischargedAt, disposition, cancelled, reopenedAt, securedAt, at, iopEnded);
    }

    Stay withIopEnded() {
        return new Stay(
                admittedAt,
                level,
                track,
                dischargedAt,
                disposition,
                cancelled,
                reopenedAt,
                securedAt,
                takenOverAt,
                true);
    }

    /** In treatment: admitted, and neither discharged nor cancelled. */
    boolean open() {
        return admittedAt != null && !cancelled && dischargedAt == null;
    }

    /** Goes on, or was left later than that one was; of two left at the same instant, the one admitted later. */
    boolean outlasts(Stay other) {
        if (dischargedAt == null || other.dischargedAt == null) {
            return open();
        }
        int longer = dischargedAt.compareTo(other.dischargedAt);
        return longer > 0 || longer == 0 && isLaterThan(other);
    }

    private boolean isLaterThan(Stay other) {
        return admittedAt != null && (other.admittedAt == null || admittedAt.isAfter(other.admittedAt));
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
