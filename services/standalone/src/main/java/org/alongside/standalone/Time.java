package org.alongside.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.alongside.eventing.relay.Sweeps;
import org.alongside.eventing.web.Refused;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;

/**
 * Moves the centre's clock: only ahead, in steps of six hours to 366 days, and only when everything is at rest. After each
 * step all sweeps run until nothing follows from the new time any more.
 */
final class Time {

    static final Duration SMALLEST_STEP = Duration.ofHours(6);
    /** A slip of the pen cannot be undone, so it is kept small. */
    static final Duration LARGEST_STEP = Duration.ofDays(366);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 20;

    private final CentreClock clock;
    private final Quiet quiet;
    private final List<Sweeps> sweeps;

    Time(CentreClock clock, Quiet quiet, Collection<ConfigurableApplicationContext> contexts) {
        this.clock = clock;
        this.quiet = quiet;
        this.sweeps =
                contexts.stream().map(context -> context.getBean(Sweeps.class)).toList();
    }

    Instant now() {
        return clock.instant();
    }

    Reading reading() {
        return quiet.reading();
    }

    synchronized Instant advance(Duration by) {
        if (by.compareTo(SMALLEST_STEP) < 0 || by.compareTo(LARGEST_STEP) > 0) {
            throw Refused.invalid(
                    "clock-step", "by", "The clock moves ahead by PT6H or more, P366D at most at a time.");
        }
        var before = rest();
        clock.advance(by);
        for (int round = 0; round < ROUNDS; round++) {
            sweeps.forEach(Sweeps::run);
            var after = rest();
            if (after.told() == before.told()) {
                return clock.instant();
            }
            before = after;
        }
        throw new Refused(
                HttpStatus.SERVICE_UNAVAILABLE, "not-quiet", null, "One step of the clock never came to rest.");
    }

    private Reading rest() {
        return quiet.await(PATIENCE).orElseThrow(() -> {
            var left = quiet.reading();
            return new Refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "not-quiet",
                    null,
                    "The clock stands until all is at rest: " + left.pending() + " documents pending, " + left.unread()
                            + " records unread, " + left.unapplied() + " messages unapplied.");
        });
    }
}
