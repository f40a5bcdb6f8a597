package org.alongside.feeder.play;

import java.time.Instant;

/**
 * A half-day that has just passed.
 *
 * @param step how many lie behind the start
 * @param now by the centre's clock
 */
record Moment(int step, Instant now) {

    /** Once a day is enough for much of what people do. */
    boolean endOfDay() {
        return step % 2 == 1;
    }

    int day() {
        return step / 2;
    }
}
