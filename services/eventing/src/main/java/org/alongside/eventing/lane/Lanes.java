package org.alongside.eventing.lane;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Everything this service hears, from start to stop. */
public final class Lanes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private static final Duration OBSERVED_EVERY = Duration.ofMillis(500);

    /** Before the web server opens and after it has closed: no request meets a service that does not know how far it is. */
    private static final int BEFORE_THE_DOORS = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final LaneSettings settings;
    private final Supplier<List<LaneListener>> listeners;
    private final Offsets offsets;
    private final TopicCheck topics;
    private final CatchUp catchUp;
    private final Parking parking;
    private final BiFunction<LaneListener, ScheduledExecutorService, LaneContainer> containers;
    private volatile List<LaneContainer> running = List.of();
    private @Nullable ScheduledExecutorService later;

    Lanes(
            LaneSettings settings,
            Supplier<List<LaneListener>> listeners,
            Offsets offsets,
            TopicCheck topics,
            CatchUp catchUp,
            Parking parking,
            BiFunction<LaneListener, ScheduledExecutorService, LaneContainer> containers) {
        this.settings = settings;
        this.listeners = listeners;
        this.offsets = offsets;
        this.topics = topics;
        this.catchUp = catchUp;
        this.parking = parking;
        this.containers = containers;
    }

    /**
     * How many records on the topics this service listens to are not committed by its groups, asked of the broker. 0
     * means that all were applied or parked, because a batch is committed after it.
     */
    public long unread() {
        return listeners.get().stream()
                .mapToLong(one -> offsets.unread(reader(one)))
                .sum();
    }

    /** By source, one word of {@link LaneContainer} for how it stands. */
    Map<String, String> standing() {
        var standing = new TreeMap<String, String>();
        running.forEach(one -> standing.put(one.listener().source(), one.standing()));
        return standing;
    }

    @Override
    public synchronized void start() {
        var all = listeners.get();
        var expected = new TreeSet<>(List.of(settings.ownTopic()));
        for (var listener : all) {
            if (!expected.add(listener.topic())) {
                throw new IllegalStateException("More than one LaneListener, or the service itself, for the topic "
                        + listener.topic() + ": declare one bean for each source.");
            }
        }
        parking.requireSomebodyToTell(all);
        topics.check(expected);
        all.forEach(this::refuseWhatIsLost);
        catchUp.begin(all.stream()
                .filter(LaneListener::beforeServing)
                .map(this::reader)
                .toList());
        var executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("lanes-later-", 0).daemon().factory());
        later = executor;
        running = all.stream().map(one -> containers.apply(one, executor)).toList();
        running.forEach(LaneContainer::start);
        executor.scheduleWithFixedDelay(
                this::observe, OBSERVED_EVERY.toMillis(), OBSERVED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running.forEach(LaneContainer::stop);
        running = List.of();
        if (later != null) {
            later.shutdownNow();
            later = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return later != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS;
    }

    private void observe() {
        try {
            catchUp.observe();
        } catch (RuntimeException failure) {
            log.debug("The broker could not be asked how far we are: {}", failure.getClass());
        }
    }

    private void refuseWhatIsLost(LaneListener listener) {
        var reader = reader(listener);
        var starts = offsets.starts(reader.partitions());
        offsets.committed(reader).forEach((partition, read) -> {
            long start = Offsets.at(partition, starts);
            if (read < start) {
                throw new IllegalStateException("The group " + reader.group() + " has read " + partition + " up to "
                        + read + " but its log begins at " + start + ": the records between were"
                        + " removed unread. Bring them back, or decide what they meant, and set the group's offset.");
            }
        });
    }

    private Offsets.Reader reader(LaneListener listener) {
        return Offsets.Reader.of(settings, listener);
    }
}
