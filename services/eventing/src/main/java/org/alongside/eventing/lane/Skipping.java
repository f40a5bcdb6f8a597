package org.alongside.eventing.lane;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The way out for a record that no repair will ever let apply: a named member of staff takes the first one out of its
 * lane. What is written in the lane decides it; taking it out is replaying's, which goes on with it after a crash. It parks
 * no lane again, should it be delivered again.
 */
final class Skipping {

    /** Malformed; its effect was brought about by hand; it came twice; or it no longer matters. */
    private static final Set<String> REASONS =
            new TreeSet<>(Set.of("malformed", "done-by-hand", "repeated", "obsolete"));

    private static final Pattern STAFF_ID = Pattern.compile("[a-z0-9-]{3,64}");

    private final ParkedLanes lanes;
    private final Replaying replaying;

    Skipping(ParkedLanes lanes, Replaying replaying) {
        this.lanes = lanes;
        this.replaying = replaying;
    }

    /**
     * @param record the lane's {@code first} as it was listed, so that a request that comes again skips nothing more
     * @param reason a code
     * @param by a staffId
     */
    record Skip(
            @Nullable String record,
            @Nullable String reason,
            @Nullable String by) {}

    /** Skips the first record and applies what follows it. */
    Replaying.Replayed skip(String source, String lane, Skip skip) {
        var listener = replaying.listener(source);
        @Nullable ParkedLane parked = replaying.parked(source, lane);
        if (skip.reason() == null || !REASONS.contains(skip.reason())) {
            throw Refused.invalid(
                    "unknown-code", "reason", "One of these is needed: " + String.join(", ", REASONS) + ".");
        }
        if (skip.by() == null || !STAFF_ID.matcher(skip.by()).matches()) {
            throw Refused.invalid("unknown-staff", "by", "The staffId of whoever decides it is needed.");
        }
        var decided = Decided.Skip.now(skip.reason(), skip.by());
        while (!isDecided(parked, skip.record(), decided)) {
            parked = lanes.find(source, lane);
        }
        return replaying.goOn(listener, lanes.find(source, lane));
    }

    /** False when the lane has changed since it was read. */
    private boolean isDecided(@Nullable ParkedLane lane, @Nullable String record, Decided.Skip skip) {
        var first = lane == null ? null : lane.records().firstEntry();
        if (lane == null || first == null || !first.getKey().equals(record)) {
            throw Refused.conflict(
                    "record-passed", "The lane does not stop at this record (any more); list it and decide again.");
        }
        return switch (first.getValue().decided()) {
            case null -> lanes.decide(lane, first.getKey(), skip);
            case Decided.Skip earlier -> true;
            case Decided.Apply apply ->
                throw Refused.conflict(
                        "record-being-applied",
                        "A replay is applying this record, or has stopped halfway; replay the lane before you decide.");
        };
    }
}
