package org.alongside.eventing.lane;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The way out for a record that no repair will ever let apply: a named member of staff takes the first one out of its
 * lane. That it is kept as skipped decides it; taking it out is replaying's, which goes on with it after a crash. It parks
 * no lane again, should it be delivered again.
 */
final class Skipping {

    /** Malformed; its effect was brought about by hand; it came twice; or it no longer matters. */
    private static final Set<String> REASONS =
            new TreeSet<>(Set.of("malformed", "done-by-hand", "repeated", "obsolete"));

    private static final Pattern STAFF_ID = Pattern.compile("[a-z0-9-]{3,64}");

    private final SkippedRecords skipped;
    private final Replaying replaying;

    Skipping(SkippedRecords skipped, Replaying replaying) {
        this.skipped = skipped;
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
        replaying.listener(source);
        var parked = replaying.parked(source, lane);
        if (skip.reason() == null || !REASONS.contains(skip.reason())) {
            throw Refused.invalid(
                    "unknown-code", "reason", "One of these is needed: " + String.join(", ", REASONS) + ".");
        }
        if (skip.by() == null || !STAFF_ID.matcher(skip.by()).matches()) {
            throw Refused.invalid("unknown-staff", "by", "The staffId of whoever decides it is needed.");
        }
        var first = parked.records().firstEntry();
        if (first == null || !first.getKey().equals(skip.record())) {
            throw Refused.conflict(
                    "record-passed", "The lane does not stop at this record (any more); list it and decide again.");
        }
        skipped.keep(first.getValue(), skip);
        return replaying.replay(source, lane);
    }
}
