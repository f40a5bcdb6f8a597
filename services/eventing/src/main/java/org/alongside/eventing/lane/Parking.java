package org.alongside.eventing.lane;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a lane out of the way of the others when one of its records cannot be applied, and keeps its order.
 *
 * <p>First the record is parked, then the document is frozen, then people are told; each of the three is looked at
 * again whenever a record of the lane arrives, so a crash between them leaves nothing behind.
 */
final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);

    private final ParkedLanes lanes;
    private final Freezing freezing;
    private final Supplier<List<ParkedLaneListener>> people;
    private final LaneMetrics metrics;
    private final int limit;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Set<String> parkedHere = ConcurrentHashMap.newKeySet();

    Parking(
            ParkedLanes lanes,
            Freezing freezing,
            Supplier<List<ParkedLaneListener>> people,
            LaneMetrics metrics,
            int limit) {
        this.lanes = lanes;
        this.freezing = freezing;
        this.people = people;
        this.metrics = metrics;
        this.limit = limit;
    }

    /**
     * Must be called when partitions were assigned: while an instance owns a partition nobody else parks its lanes, so
     * one look at the store is enough for that time.
     */
    synchronized void forget(String source) {
        known.remove(source);
    }

    /** Whether the lane of this record is parked; the record is then in it, or was applied before. */
    boolean holds(LaneListener listener, LaneRecord record) {
        if (!mayBeParked(listener.source(), record.lane())) {
            return false;
        }
        if (freezing.applied(listener, record)) {
            return true;
        }
        var lane = lanes.append(record, type(record));
        lane.ifPresentOrElse(parked -> settle(listener, parked), () -> gone(listener.source(), record.lane()));
        return lane.isPresent();
    }

    /** @throws TooManyParked when the lane would be one more than this instance may park */
    void park(LaneListener listener, LaneRecord record, Unapplicable failure) {
        var id = ParkedLane.id(listener.source(), record.lane());
        if (!parkedHere.contains(id) && parkedHere.size() >= limit) {
            throw new TooManyParked(limit);
        }
        var lane = lanes.park(record, failure.type());
        parkedHere.add(id);
        remember(listener.source(), id);
        metrics.parkedRecord(listener.source());
        log.warn(
                "Parked a lane of {} at partition {} offset {}: {} failed with {}",
                listener.source(),
                record.partition(),
                record.offset(),
                failure.type(),
                failure.why());
        settle(listener, lane);
    }

    /** False when a record was appended meanwhile; the lane stays parked then. */
    boolean unpark(LaneListener listener, ParkedLane lane) {
        freezing.thaw(listener, lane.lane());
        tell(lane, (person, parked) -> person.unparked(parked.source(), parked.lane()));
        if (lanes.unpark(lane)) {
            gone(lane.source(), lane.lane());
            log.info("Un-parked a lane of {}", lane.source());
            return true;
        }
        var now = lanes.find(lane.source(), lane.lane());
        if (now != null) {
            lanes.told(now, false);
            settle(listener, now);
        }
        return false;
    }

    private void settle(LaneListener listener, ParkedLane lane) {
        if (lane.ofADocument()) {
            freezing.freeze(listener, lane.lane());
        }
        metrics.parkedLanes(lane.source(), lanes.count(lane.source()));
        if (!lane.told()
                && tell(lane, (person, parked) -> person.parked(parked.source(), parked.lane(), parked.type()))) {
            lanes.told(lane, true);
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

    private static String type(LaneRecord record) {
        try {
            return Reading.incoming(record).type();
        } catch (Unapplicable unreadable) {
            return Unapplicable.UNREADABLE;
        }
    }
}
