package org.alongside.eventing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Sweep;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Looks now and then for what a crash left pending, for documents whose time has come, and runs the service's own
 * sweeps. Any instance may; a missed run only delays.
 */
public final class Sweeps implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
    private static final int AT_ONCE = 500;

    private final DocumentSpace space;
    private final OutboxRelay relay;
    private final Clock clock;
    private final Supplier<List<DueWork>> dueWorks;
    private final Supplier<List<Sweep>> sweeps;
    private final BooleanSupplier mayDecide;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService timer;

    /**
     * @param mayDecide whether what others told while this service was away has been read; until then nothing is
     *     decided by time, and only what was decided before is told
     * @param every real time between two runs; the first run follows at once, because a crash may have come before
     */
    public Sweeps(
            DocumentSpace space,
            OutboxRelay relay,
            Clock clock,
            Supplier<List<DueWork>> dueWorks,
            Supplier<List<Sweep>> sweeps,
            BooleanSupplier mayDecide,
            Duration every) {
        this.space = space;
        this.relay = relay;
        this.clock = clock;
        this.dueWorks = dueWorks;
        this.sweeps = sweeps;
        this.mayDecide = mayDecide;
        this.every = every;
    }

    @Override
    public void start() {
        relay.sweep(collections(), null);
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sweeps").daemon().factory());
        timer = started;
        started.scheduleWithFixedDelay(this::regularly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void regularly() {
        try {
            relay.sweep(collections(), Instant.now().minus(every.multipliedBy(2)));
            if (mayDecide.getAsBoolean()) {
                run();
            }
        } catch (RuntimeException | Error e) { // an exception would end the timer for good
            log.warn("A sweep failed and will run again: {}", e.getClass().getSimpleName());
        }
    }

    /** Runs everything that depends on the centre's clock, now, in the calling thread, which knows that all is read. */
    public synchronized void run() {
        var now = clock.instant();
        for (var work : dueWorks.get()) {
            for (var id : space.due(work.collection(), now, AT_ONCE)) {
                alone(() -> work.due(id), work.collection());
            }
        }
        for (var sweep : sweeps.get()) {
            alone(sweep::run, "a sweep");
        }
    }

    private static void alone(Runnable work, String where) {
        try {
            work.run();
        } catch (Refused e) {
            // a frozen document stays due until its lane is replayed, which staff are told elsewhere
            log.atLevel(e.rule().equals("lane-parked") ? Level.DEBUG : Level.WARN)
                    .log("Due work on {} was refused and will be tried again: {}", where, e.rule());
        } catch (RuntimeException e) {
            log.warn(
                    "Due work on {} failed and will be tried again: {}",
                    where,
                    e.getClass().getSimpleName());
        }
    }

    /** Documents with something to tell or to do; of each kind no more are counted than the relay looks at in one run. */
    public long pending() {
        return collections().stream()
                .mapToLong(collection -> space.store()
                        .ids(collection, OutboxRelay.PENDING, OutboxRelay.IN_ONE_RUN)
                        .size())
                .sum();
    }

    /** Real seconds since the oldest of them was last written; 0 when there is none. */
    public double oldestPendingSeconds() {
        return collections().stream()
                .flatMap(collection ->
                        space.store().find(collection, OutboxRelay.PENDING, new Document("pending", 1), 1).stream())
                .mapToDouble(
                        document -> Duration.between(document.getDate("pending").toInstant(), Instant.now())
                                        .toMillis()
                                / 1000.0)
                .max()
                .orElse(0);
    }

    private List<String> collections() {
        return space.kinds().stream().map(Kind::collection).toList();
    }

    @Override
    public void stop() {
        var running = timer;
        if (running != null) {
            running.shutdownNow();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
