package org.alongside.eventing.lane;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A lane that waits: the record that could not be applied and every later one, in order.
 *
 * @param incarnation differs each time the lane is parked, so that nobody writes to an earlier one
 * @param since real time
 * @param records by zero-padded sequence
 */
record ParkedLane(
        String source,
        String lane,
        String incarnation,
        long version,
        Instant since,
        NavigableMap<String, Waiting> records) {

    /** @param decided null until a replay or a member of staff sees to it */
    record Waiting(String type, LaneRecord record, @Nullable Decided decided) {}

    static ParkedLane from(Document stored) {
        var source = stored.getString("source");
        var records = new TreeMap<String, Waiting>();
        stored.get("records", Document.class).forEach((key, value) -> {
            var record = (Document) value;
            records.put(
                    key,
                    new Waiting(
                            record.getString("type"),
                            LaneRecord.from(source, record),
                            Decided.from(record.get("decided", Document.class))));
        });
        return new ParkedLane(
                source,
                stored.getString("lane"),
                stored.getString("incarnation"),
                stored.getLong("version"),
                stored.getDate("since").toInstant(),
                records);
    }

    String id() {
        return id(source, lane);
    }

    static String id(String source, String lane) {
        return source + "/" + lane;
    }

    /** The type of the record at which the lane stopped. */
    String type() {
        return records.isEmpty() ? "none" : records.firstEntry().getValue().type();
    }

    /** Where the record at which the lane stopped stands in it; empty when none waits. */
    String first() {
        return records.isEmpty() ? "" : records.firstKey();
    }

    /** Only a lane whose records carry a key is the lane of a document. */
    boolean ofADocument() {
        return records.values().stream().anyMatch(waiting -> waiting.record().keyed());
    }

    /** Where a record belongs in the order; one that is none of ours follows what has arrived before it. */
    String position(LaneRecord record) {
        var sequence = Reading.ownSequence(record);
        if (sequence.isPresent()) {
            return padded(sequence.getAsLong());
        }
        var ending = "-" + record.partition() + "-" + padded(record.offset());
        return records.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .findFirst()
                .orElseGet(
                        () -> (records.isEmpty() ? padded(0) : records.lastKey().substring(0, 19)) + ending);
    }

    private static String padded(long number) {
        return "%019d".formatted(number);
    }
}
