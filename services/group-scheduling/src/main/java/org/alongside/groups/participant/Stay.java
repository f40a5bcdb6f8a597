package org.alongside.groups.participant;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One admission, as far as it was told. Any part may be missing, because lanes of other services may be ahead. */
record Stay(
        @Nullable Instant admittedAt,
        @Nullable LevelOfCare level,
        @Nullable String track,
        @Nullable Left left,
        boolean cancelled,
        Ending ending) {

    /** @param how the disposition */
    record Left(Instant at, String how) {}

    private static final Comparator<@Nullable Instant> LATER = Comparator.nullsFirst(Comparator.naturalOrder());

    /** One that goes on is after all that were left; of two left at the same instant, the one admitted later. */
    static final Comparator<Stay> BY_ENDING =
            Comparator.comparing(Stay::open).thenComparing(Stay::leftAt, LATER).thenComparing(Stay::admittedAt, LATER);

    static final Stay UNKNOWN = new Stay(null, null, null, null, false, Ending.UNKNOWN);

    Stay admitted(Instant at, LevelOfCare of, String onTrack, Instant toldAt) {
        var again = cancelled || left != null ? ending.reopened(toldAt) : ending;
        return new Stay(at, of, onTrack, null, false, again);
    }

    Stay at(LevelOfCare of, String onTrack) {
        return new Stay(admittedAt, of, onTrack, left, cancelled, ending);
    }

    Stay discharged(Instant at, String how) {
        return new Stay(admittedAt, level, track, new Left(at, how), cancelled, ending);
    }

    Stay reopened(Instant toldAt) {
        return new Stay(admittedAt, level, track, null, cancelled, ending.reopened(toldAt));
    }

    Stay withCancelled() {
        return new Stay(admittedAt, level, track, left, true, ending);
    }

    Stay ending(UnaryOperator<Ending> change) {
        return new Stay(admittedAt, level, track, left, cancelled, change.apply(ending));
    }

    /** In treatment: admitted, and neither discharged nor cancelled. */
    boolean open() {
        return admittedAt != null && !cancelled && left == null;
    }

    private @Nullable Instant leftAt() {
        return left == null ? null : left.at();
    }
}
