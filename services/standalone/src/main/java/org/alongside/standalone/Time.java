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
    private final Rest rest;
    private final List<Sweeps> sweeps;

    Time(CentreClock clock, Rest rest, Collection<ConfigurableApplicationContext> contexts) {
        this.clock = clock;
        this.rest = rest;
        this.sweeps =
                contexts.stream().map(context -> context.getBean(Sweeps.class)).toList();
    }

    Instant now() {
        return clock.instant();
    }

    Reading reading() {
        return rest.reading();
    }

    /** @throws Refused {@code not-quiet} when it was not moved and may be asked again, {@code not-at-rest} when it was moved */
    synchronized Instant advance(Duration by) {
        if (by.compareTo(SMALLEST_STEP) < 0 || by.compareTo(LARGEST_STEP) > 0) {
            throw Refused.invalid(
                    "clock-step", "by", "The clock moves ahead by PT6H or more, P366D at most at a time.");
        }
        var before = rest.await(PATIENCE).orElseThrow(this::notQuiet);
        clock.advance(by);
        for (int round = 0; round < ROUNDS; round++) {
            sweeps.forEach(Sweeps::run);
            var after = rest.await(PATIENCE).orElseThrow(this::notAtRest);
            if (after.told() == before.told()) {
                return clock.instant();
            }
            before = after;
        }
        throw notAtRest();
    }

    private Refused notQuiet() {
        return new Refused(
                HttpStatus.SERVICE_UNAVAILABLE, "not-quiet", null, "The clock stands until all is at rest: " + left());
    }

    /** No 503, because who asks again moves the clock again. */
    private Refused notAtRest() {
        return new Refused(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "not-at-rest",
                null,
                "The clock was moved to " + clock.instant() + ", and what follows from that is not at rest yet: "
                        + left());
    }

    private String left() {
        var left = rest.reading();
        return left.pending() + " documents pending, " + left.unread() + " records unread, " + left.unapplied()
                + " messages unapplied.";
    }
}
