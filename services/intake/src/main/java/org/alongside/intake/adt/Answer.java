package org.alongside.intake.adt;

import org.jspecify.annotations.Nullable;

/**
 * What the sender gets.
 *
 * @param trigger one of ours, for metrics; {@code other} when it is none
 * @param outcome what became of the message, for metrics
 * @param why null when it was taken
 */
record Answer(
        byte[] message,
        String trigger,
        Outcome outcome,
        @Nullable Rule why) {

    enum Outcome {
        APPLIED,
        EARLY,
        REPEATED,
        NOT_OURS,
        /** Does not say where, and is kept until an admission of its visit does. */
        UNPLACED,
        REFUSED,
        TRY_AGAIN
    }
}
