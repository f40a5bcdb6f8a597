package org.alongside.eventing.lane;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.alongside.eventing.document.DocumentStore;
import org.bson.Document;

/** The records that staff took out of their lanes: each whole, with who decided it and why. */
final class SkippedRecords {

    static final String COLLECTION = "skipped";

    private final DocumentStore store;

    SkippedRecords(DocumentStore store) {
        this.store = store;
    }

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

    /** From now on this record parks no lane, and a replay takes it out. */
    void keep(ParkedLane.Waiting first, Decided.Skip skip) {
        var record = first.record();
        store.insert(
                COLLECTION,
                new Document("_id", id(record))
                        .append("source", record.source())
                        .append("lane", record.lane())
                        .append("record", record.stored().append("type", first.type()))
                        .append("reason", skip.reason())
                        .append("by", skip.by())
                        .append("at", Date.from(skip.at())));
    }

    boolean has(LaneRecord record) {
        return store.find(COLLECTION, id(record)) != null;
    }

    /** The latest first. */
    List<Skipped> latest(int limit) {
        return store.find(COLLECTION, new Document(), new Document("at", -1), limit).stream()
                .map(Skipped::from)
                .toList();
    }

    /** What a true record is told again with, or, because others may carry any number, where it stands on the topic. */
    private static String id(LaneRecord record) {
        var sequence = Reading.ownSequence(record);
        return String.join(
                "/",
                record.source(),
                record.lane(),
                sequence.isPresent()
                        ? String.valueOf(sequence.getAsLong())
                        : record.partition() + "-" + record.offset());
    }
}
