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
        var listener = listener(source);
        @Nullable ParkedLane parked = parked(source, lane);
        int applied = 0;
        while (parked != null) {
            var first = parked.records().firstEntry();
            if (first == null) {
                if (parking.unpark(listener, parked)) {
                    return new Replayed(applied, 0);
                }
            } else if (skipped.has(first.getValue().record())) {
                freezing.pass(listener, first.getValue().record());
                lanes.remove(parked, first.getKey());
            } else if (!applied(listener, parked)) {
                return new Replayed(applied, parked.records().size());
            } else {
                applied++;
            }
            parked = lanes.find(source, lane);
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

    private boolean applied(LaneListener listener, ParkedLane lane) {
        var first = lane.records().firstEntry();
        try {
            applying.apply(listener, first.getValue().record());
        } catch (Unapplicable still) {
            log.warn("A parked lane of {} stays parked: {} failed with {}", lane.source(), still.type(), still.why());
            return false;
        }
        lanes.remove(lane, first.getKey());
        return true;
    }

    private static Refused notParked() {
        return Refused.unknown("unknown-lane", "lane", "No such lane is parked.");
    }
}
