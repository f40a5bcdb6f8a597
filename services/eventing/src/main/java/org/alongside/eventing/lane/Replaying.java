package org.alongside.eventing.lane;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what waits in a parked lane, in order, and lets the lane flow again once nothing waits. Harmless to repeat
 * and to run on two instances at once: receipts skip what was applied.
 */
final class Replaying {

    private static final Logger log = LoggerFactory.getLogger(Replaying.class);

    private final Supplier<List<LaneListener>> listeners;
    private final ParkedLanes lanes;
    private final SkippedRecords skipped;
    private final Freezing freezing;
    private final Parking parking;
    private final Applying applying;

    Replaying(
            Supplier<List<LaneListener>> listeners,
            ParkedLanes lanes,
            SkippedRecords skipped,
            Freezing freezing,
            Parking parking,
            Applying applying) {
        this.listeners = listeners;
        this.lanes = lanes;
        this.skipped = skipped;
        this.freezing = freezing;
        this.parking = parking;
        this.applying = applying;
    }

    /** @param left records that still wait, because the first of them still cannot be applied */
    record Replayed(int applied, int left) {}

    Replayed replay(String source, String lane) {
        return goOn(listener(source), parked(source, lane));
    }

    /** @param read null when the lane was let go meanwhile */
    Replayed goOn(LaneListener listener, @Nullable ParkedLane read) {
        int applied = 0;
        for (var lane = read; lane != null; lane = lanes.find(lane.source(), lane.lane())) {
            var first = lane.records().firstEntry();
            if (first == null) {
                if (parking.unpark(listener, lane)) {
                    return new Replayed(applied, 0);
                }
            } else if (isSkipped(first.getValue())) {
                freezing.pass(listener, first.getValue().record());
                lanes.remove(lane, first.getKey());
            } else if (first.getValue().decided() == null) {
                lanes.decide(lane, first.getKey(), Decided.APPLY);
            } else if (applied(listener, first.getValue())) {
                lanes.remove(lane, first.getKey());
                applied++;
            } else if (lanes.undecide(lane, first.getKey())) {
                return new Replayed(applied, lane.records().size());
            }
        }
        return new Replayed(applied, 0);
    }

    ParkedLane parked(String source, String lane) {
        return Optional.ofNullable(lanes.find(source, lane)).orElseThrow(Replaying::notParked);
    }

    LaneListener listener(String source) {
        return listeners.get().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(Replaying::notParked);
    }

    private boolean isSkipped(ParkedLane.Waiting first) {
        if (first.decided() instanceof Decided.Skip skip) {
            skipped.keep(first, skip);
        }
        return skipped.has(first.record());
    }

    private boolean applied(LaneListener listener, ParkedLane.Waiting first) {
        try {
            applying.apply(listener, first.record());
            return true;
        } catch (Unapplicable still) {
            log.warn(
                    "A parked lane of {} stays parked: {} failed with {}",
                    listener.source(),
                    still.type(),
                    still.why());
            return false;
        }
    }

    private static Refused notParked() {
        return Refused.unknown("unknown-lane", "lane", "No such lane is parked.");
    }
}
