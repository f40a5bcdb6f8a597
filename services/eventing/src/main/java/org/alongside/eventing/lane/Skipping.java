package org.alongside.eventing.lane;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The way out for a record that no repair will ever let apply: a named member of staff takes the first one out of its
 * lane. It is kept whole, with who did it and why, and its document takes it for applied, should it be delivered again.
 */
final class Skipping {

    static final String COLLECTION = "skipped";

    /** Malformed; its effect was brought about by hand; it came twice; or it no longer matters. */
    private static final Set<String> REASONS =
            new TreeSet<>(Set.of("malformed", "done-by-hand", "repeated", "obsolete"));

    private static final Pattern STAFF_ID = Pattern.compile("[a-z0-9-]{3,64}");

    private final DocumentStore store;
    private final ParkedLanes lanes;
    private final Freezing freezing;
    private final Replaying replaying;

    Skipping(DocumentStore store, ParkedLanes lanes, Freezing freezing, Replaying replaying) {
        this.store = store;
        this.lanes = lanes;
        this.freezing = freezing;
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

    /** @param at real time */
    record Skipped(
            String source, String lane, String type, int partition, long offset, String reason, String by, Instant at) {

        static Skipped from(Document stored) {
            var record = stored.get("record", Document.class);
            return new Skipped(
                    stored.getString("source"),
                    stored.getString("lane"),
                    record.getString("type"),
                    record.getInteger("partition"),
                    record.getLong("offset"),
                    stored.getString("reason"),
                    stored.getString("by"),
                    stored.getDate("at").toInstant());
        }
    }

    /** Skips the first record and applies what follows it. */
    Replaying.Replayed skip(String source, String lane, Skip skip) {
        var listener = replaying.listener(source);
        replaying.parked(source, lane);
        if (skip.reason() == null || !REASONS.contains(skip.reason())) {
            throw Refused.invalid(
                    "unknown-code", "reason", "One of these is needed: " + String.join(", ", REASONS) + ".");
        }
        if (skip.by() == null || !STAFF_ID.matcher(skip.by()).matches()) {
            throw Refused.invalid("unknown-staff", "by", "The staffId of whoever decides it is needed.");
        }
        ParkedLane parked;
        do {
            parked = replaying.parked(source, lane);
            if (!parked.first().equals(skip.record())) {
                throw Refused.conflict(
                        "record-passed", "The lane does not stop at this record (any more); list it and decide again.");
            }
            var first = parked.records().firstEntry().getValue();
            freezing.pass(listener, first.record());
            keep(parked, first, skip);
        } while (!lanes.remove(parked, parked.first()));
        return replaying.replay(source, lane);
    }

    private void keep(ParkedLane lane, ParkedLane.Waiting first, Skip skip) {
        store.insert(
                COLLECTION,
                new Document("_id", String.join("/", lane.id(), lane.incarnation(), lane.first()))
                        .append("source", lane.source())
                        .append("lane", lane.lane())
                        .append("record", first.record().stored().append("type", first.type()))
                        .append("reason", skip.reason())
                        .append("by", skip.by())
                        .append("at", Date.from(Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    }

    /** The latest first. */
    List<Skipped> latest(int limit) {
        return store.find(COLLECTION, new Document(), new Document("at", -1), limit).stream()
                .map(Skipped::from)
                .toList();
    }
}
