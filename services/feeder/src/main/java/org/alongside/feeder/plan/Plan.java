package org.alongside.feeder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that is going to happen by itself; what people answer to what they see is drawn by {@link Chance} when they see it.
 *
 * @param start the first moment of the first day, by the centre's clock
 * @param sendings in the order in which they are due
 * @param deskWork in the order in which it is due
 */
public record Plan(
        long seed, Instant start, int days, List<Person> people, List<Sending> sendings, List<DeskWork> deskWork) {

    /** Half a day: what the centre's clock is moved by. */
    public static final Duration STEP = Duration.ofHours(12);

    private static final int STEPS_A_DAY = 2;

    /** The same seed, people, days and start give the same plan. */
    public static Plan of(long seed, int people, int days, Instant start) {
        return new Planning(seed, people, days, start).plan();
    }

    public int lastStep() {
        return days * STEPS_A_DAY;
    }

    /** How many steps lie behind this moment. */
    public int step(Instant now) {
        return (int) (Duration.between(start, now).toMinutes() / STEP.toMinutes());
    }

    public Chance chance() {
        return new Chance(seed);
    }
}
