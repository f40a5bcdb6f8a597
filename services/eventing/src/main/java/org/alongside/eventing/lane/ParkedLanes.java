package org.alongside.eventing.lane;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.eventing.document.DocumentStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The parked lanes of a service, one document each, changed only by writes that name the version they have seen. */
final class ParkedLanes {

    static final String COLLECTION = "parked";

    private final DocumentStore store;
    private final LaneMetrics metrics;

    ParkedLanes(DocumentStore store, LaneMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Nullable
    ParkedLane find(String source, String lane) {
        var stored = store.find(COLLECTION, ParkedLane.id(source, lane));
        return stored == null ? null : ParkedLane.from(stored);
    }

    /** To be changed by the caller as it likes. */
    Set<String> ids(String source) {
        return new HashSet<>(store.ids(COLLECTION, new Document("source", source), Integer.MAX_VALUE));
    }

    /** The lanes themselves, without the source. */
    Set<String> names(String source) {
        return ids(source).stream().map(id -> id.substring(source.length() + 1)).collect(Collectors.toSet());
    }

    List<ParkedLane> of(String source) {
        return store
                .find(COLLECTION, new Document("source", source), new Document("_id", 1), Integer.MAX_VALUE)
                .stream()
                .map(ParkedLane::from)
                .toList();
    }

    long count(String source) {
        return store.count(COLLECTION, new Document("source", source));
    }

    List<ParkedLane> page(String after, int limit) {
        var filter = new Document("_id", new Document("$gt", after));
        return store.find(COLLECTION, filter, new Document("_id", 1), limit).stream()
                .map(ParkedLane::from)
                .toList();
    }

    /** The lane with the record in it, or nothing when the lane is not parked. */
    Optional<ParkedLane> append(LaneRecord record, String type) {
        while (true) {
            var lane = find(record.source(), record.lane());
            if (lane == null) {
                return Optional.empty();
            }
            var position = lane.position(record);
            if (lane.records().containsKey(position)) {
                return Optional.of(lane);
            }
            if (update(lane, new Document("records." + position, stored(record, type)), new Document())) {
                metrics.parkedRecord(record.source());
                return Optional.ofNullable(find(record.source(), record.lane()));
            }
        }
    }

    /** Parks the lane with this record, or appends it where the lane is parked already. */
    ParkedLane park(LaneRecord record, String type) {
        while (true) {
            var there = append(record, type);
            if (there.isPresent()) {
                return there.get();
            }
            var empty = new ParkedLane(record.source(), record.lane(), "", 0, Instant.EPOCH, new TreeMap<>());
            var first = new Document(empty.position(record), stored(record, type));
            var parked = new Document("_id", empty.id())
                    .append("incarnation", UUID.randomUUID().toString())
                    .append("version", 1L)
                    .append("source", record.source())
                    .append("lane", record.lane())
                    .append("since", Date.from(Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                    .append("records", first);
            if (store.insert(COLLECTION, parked)) {
                metrics.parkedRecord(record.source());
            }
        }
    }

    /** False when the lane has changed since it was read. */
    boolean remove(ParkedLane lane, String position) {
        return update(lane, new Document(), new Document("records." + position, ""));
    }

    /** False when the lane has changed since it was read. */
    boolean decide(ParkedLane lane, String position, Decided decided) {
        return update(lane, new Document("records." + position + ".decided", decided.stored()), new Document());
    }

    /** False when the lane has changed since it was read. */
    boolean undecide(ParkedLane lane, String position) {
        return update(lane, new Document(), new Document("records." + position + ".decided", ""));
    }

    /** False when the lane has changed since it was read, or still holds a record. */
    boolean unpark(ParkedLane lane) {
        return lane.records().isEmpty() && store.delete(COLLECTION, asSeen(lane));
    }

    private boolean update(ParkedLane lane, Document set, Document unset) {
        var update = new Document("$set", new Document(set).append("version", lane.version() + 1));
        return store.update(COLLECTION, asSeen(lane), unset.isEmpty() ? update : update.append("$unset", unset));
    }

    private static Document asSeen(ParkedLane lane) {
        return new Document("_id", lane.id())
                .append("version", lane.version())
                .append("incarnation", lane.incarnation());
    }

    private static Document stored(LaneRecord record, String type) {
        return record.stored().append("type", type);
    }
}
