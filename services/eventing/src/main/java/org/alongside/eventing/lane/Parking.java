package org.alongside.eventing.lane;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a lane out of the way of the others when one of its records cannot be applied, and keeps its order.
 *
 * <p>First the record is parked, then the document is frozen, then people are told; the way back goes through the same
 * three. Each is looked at again whenever a record of the lane arrives and now and then, so a crash between them leaves
 * nothing behind.
 */
final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);

    private final ParkedLanes lanes;
    private final SkippedRecords skipped;
    private final Freezing freezing;
    private final Supplier<List<ParkedLaneListener>> people;
    private final LaneMetrics metrics;
    private final int limit;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Set<String> parkedHere = ConcurrentHashMap.newKeySet();
    private final Set<String> compared = ConcurrentHashMap.newKeySet();

    Parking(
            ParkedLanes lanes,
            SkippedRecords skipped,
            Freezing freezing,
            Supplier<List<ParkedLaneListener>> people,
            LaneMetrics metrics,
            int limit) {
        this.lanes = lanes;
        this.skipped = skipped;
        this.freezing = freezing;
        this.people = people;
        this.metrics = metrics;
        this.limit = limit;
    }

    /** @throws IllegalStateException when a parked lane would freeze somebody and nobody would hear of it */
    void requireSomebodyToTell(Collection<LaneListener> listeners) {
        var freezes = listeners.stream().anyMatch(listener -> listener.freezes() != null);
        if (freezes && people.get().isEmpty()) {
            throw new IllegalStateException(
                    "A lane that is parked here would freeze a document and nobody would be told: declare a ParkedLaneListener.");
        }
    }

    /**
     * Must be called when partitions were assigned: while an instance owns a partition nobody else parks its lanes, so
     * one look at the store is enough for that time.
     */
    synchronized void forget(String source) {
        known.remove(source);
        compared.remove(source);
    }

    /** Whether the lane of this record is parked; the record is then in it, or was applied or skipped before. */
    boolean holds(LaneListener listener, LaneRecord record) {
        if (!mayBeParked(listener.source(), record.lane())) {
            return false;
        }
        if (repeated(listener, record)) {
            return true;
        }
        var lane = whereItFits(() -> lanes.append(record, type(listener, record)));
        lane.ifPresentOrElse(parked -> settle(listener, parked), () -> gone(listener.source(), record.lane()));
        return lane.isPresent();
    }

    /** @throws TooManyParked when the lane would be one more than this instance may park, or more than fits into one */
    void park(LaneListener listener, LaneRecord record, Unapplicable failure) {
        if (repeated(listener, record)) {
            return;
        }
        var id = ParkedLane.id(listener.source(), record.lane());
        if (!parkedHere.contains(id) && parkedHere.size() >= limit) {
            throw TooManyParked.lanes(limit);
        }
        var lane = whereItFits(() -> lanes.park(record, failure.type()));
        parkedHere.add(id);
        remember(listener.source(), id);
        log.warn(
                "Parked a lane of {} at partition {} offset {}: {} failed with {}",
                listener.source(),
                record.partition(),
                record.offset(),
                failure.type(),
                failure.why());
        settle(listener, lane);
    }

    /** Applied or skipped before, and delivered again. */
    private boolean repeated(LaneListener listener, LaneRecord record) {
        return freezing.applied(listener, record) || skipped.has(record);
    }

    /** A write that the store refuses for its size would be refused for ever, so nothing more is heard. */
    private static <T> T whereItFits(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failure) {
            throw OutOfReach.refusedWrite(failure) ? TooManyParked.records() : failure;
        }
    }

    /**
     * Lets a lane flow again in which nothing waits.
     *
     * @return false when the lane has changed meanwhile; it stays parked then
     */
    boolean unpark(LaneListener listener, ParkedLane lane) {
        freezing.thaw(listener, lane.lane());
        if (!tell(lane, (person, flowing) -> person.unparked(flowing.source(), flowing.lane()))) {
            return true; // mending tells them and takes the lane away
        }
        if (lanes.unpark(lane)) {
            gone(lane.source(), lane.lane());
            log.info("Un-parked a lane of {}", lane.source());
            return true;
        }
        tellAgain(listener, lane);
        return false;
    }

    /** Another thread may have told of the lane before it was told here that it flows: the last word must be right. */
    private void tellAgain(LaneListener listener, ParkedLane lane) {
        var now = lanes.find(lane.source(), lane.lane());
        if (now != null) {
            settle(listener, now);
        }
    }

    /**
     * Finishes what a crash or a failure left half done: an empty lane, somebody frozen for none. Of every other lane people
     * are told each time, because nobody knows what they were told last.
     */
    void mend(LaneListener listener) {
        var before = Set.copyOf(parkedHere);
        var parked = lanes.of(listener.source());
        forgetUnparkedElsewhere(listener.source(), before, parked);
        for (var lane : parked) {
            if (lane.records().isEmpty()) {
                unpark(listener, lane);
            } else {
                settle(listener, lane);
            }
        }
        if (compared.add(listener.source())) {
            orCompareAgain(listener, () -> {
                var frozen = freezing.frozen(listener);
                frozen.removeAll(lanes.names(listener.source()));
                frozen.forEach(lane -> freezing.thaw(listener, lane));
            });
        }
    }

    /** @param before what was parked here before the parked lanes were read */
    private void forgetUnparkedElsewhere(String source, Set<String> before, List<ParkedLane> parked) {
        var ids = parked.stream().map(ParkedLane::id).collect(Collectors.toSet());
        before.stream()
                .filter(id -> id.startsWith(ParkedLane.id(source, "")) && !ids.contains(id))
                .forEach(parkedHere::remove);
        metrics.parkedLanes(source, parked.size());
    }

    /** What fails halfway may leave somebody frozen for a lane that another instance has let go meanwhile. */
    private void orCompareAgain(LaneListener listener, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            compared.remove(listener.source());
            throw failure;
        }
    }

    private void settle(LaneListener listener, ParkedLane lane) {
        orCompareAgain(listener, () -> freezeAndTell(listener, lane));
    }

    private void freezeAndTell(LaneListener listener, ParkedLane lane) {
        if (lane.ofADocument()) {
            freezing.freeze(listener, lane.lane());
        }
        metrics.parkedLanes(lane.source(), lanes.count(lane.source()));
        tell(lane, (person, parked) -> person.parked(parked.source(), parked.lane(), parked.type()));
        if (lanes.find(lane.source(), lane.lane()) == null) { // let go by another instance meanwhile
            freezing.thaw(listener, lane.lane());
            tell(lane, (person, flowing) -> person.unparked(flowing.source(), flowing.lane()));
            tellAgain(listener, lane);
        }
    }

    private boolean tell(ParkedLane lane, BiConsumer<ParkedLaneListener, ParkedLane> how) {
        boolean all = true;
        for (var person : people.get()) {
            try {
                how.accept(person, lane);
            } catch (RuntimeException failure) {
                if (OutOfReach.causes(failure)) {
                    throw new OutOfReach(failure);
                }
                log.error("Nobody was told of a parked lane of {}: {}", lane.source(), failure.getClass());
                all = false;
            }
        }
        return all;
    }

    private synchronized boolean mayBeParked(String source, String lane) {
        return known.computeIfAbsent(source, this::look).contains(ParkedLane.id(source, lane));
    }

    private synchronized void remember(String source, String id) {
        known.computeIfAbsent(source, this::look).add(id);
    }

    private Set<String> look(String source) {
        var ids = lanes.ids(source);
        metrics.parkedLanes(source, ids.size());
        return ids;
    }

    private synchronized void gone(String source, String lane) {
        var id = ParkedLane.id(source, lane);
        parkedHere.remove(id);
        if (known.containsKey(source)) {
            known.get(source).remove(id);
        }
        metrics.parkedLanes(source, lanes.count(source));
    }

    /** A type that we do not know may be anything, so it is not repeated. */
    private static String type(LaneListener listener, LaneRecord record) {
        try {
            var type = Reading.incoming(record).type();
            return listener.reactions().containsKey(type) || listener.ignores(type) ? type : "unknown";
        } catch (Unapplicable unreadable) {
            return Unapplicable.UNREADABLE;
        }
    }
}
