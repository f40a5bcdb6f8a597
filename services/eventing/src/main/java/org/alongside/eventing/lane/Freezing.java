package org.alongside.eventing.lane;

import java.util.HashSet;
import java.util.Set;
import org.alongside.eventing.document.DocumentStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Marks the document of a parked lane as frozen, so that nothing new is decided about it. Raises its version: whoever
 * is deciding at that moment decides again and sees it.
 */
final class Freezing {

    private final DocumentStore store;

    Freezing(DocumentStore store) {
        this.store = store;
    }

    void freeze(LaneListener listener, String lane) {
        var collection = listener.freezes();
        var flag = "frozen." + listener.source();
        while (collection != null) {
            var document = store.find(collection, lane);
            if (section(document, "frozen").containsKey(listener.source())) {
                return;
            }
            if (document == null
                    ? store.insert(collection, shell(lane, listener.source()))
                    : raise(collection, lane, "$set", new Document(flag, true))) {
                return;
            }
        }
    }

    void thaw(LaneListener listener, String lane) {
        var collection = listener.freezes();
        if (collection != null
                && section(store.find(collection, lane), "frozen").containsKey(listener.source())) {
            raise(collection, lane, "$unset", new Document("frozen." + listener.source(), ""));
        }
    }

    /** The documents that are frozen for this source; to be changed by the caller as it likes. */
    Set<String> frozen(LaneListener listener) {
        var collection = listener.freezes();
        var marked = new Document("frozen." + listener.source(), new Document("$exists", true));
        return collection == null ? new HashSet<>() : new HashSet<>(store.ids(collection, marked, Integer.MAX_VALUE));
    }

    /**
     * Whether the frozen document has applied this record already. Unknown for listeners that freeze nothing, and never so
     * of a record that is none of ours, whatever number it carries.
     */
    boolean applied(LaneListener listener, LaneRecord record) {
        var collection = listener.freezes();
        var sequence = Reading.ownSequence(record);
        if (collection == null || sequence.isEmpty()) {
            return false;
        }
        var receipt = section(store.find(collection, record.lane()), "receipts").get(listener.source());
        return receipt instanceof Number highest && sequence.getAsLong() <= highest.longValue();
    }

    /**
     * From now on the frozen document takes this record for applied. Does nothing for listeners that freeze nothing, and
     * for a record that is none of ours: its number could make every true one look applied.
     */
    void pass(LaneListener listener, LaneRecord record) {
        var collection = listener.freezes();
        var sequence = Reading.ownSequence(record);
        while (collection != null && sequence.isPresent() && !applied(listener, record)) {
            var document = store.find(collection, record.lane());
            if (document == null) {
                return;
            }
            long version = document.getLong("version");
            store.update(
                    collection,
                    new Document("_id", record.lane()).append("version", version),
                    new Document(
                            "$set",
                            new Document("receipts." + listener.source(), sequence.getAsLong())
                                    .append("version", version + 1)));
        }
    }

    private boolean raise(String collection, String lane, String operator, Document fields) {
        return store.update(
                collection,
                new Document("_id", lane),
                new Document(operator, fields).append("$inc", new Document("version", 1L)));
    }

    private static Document shell(String lane, String source) {
        return new Document("_id", lane)
                .append("version", 1L)
                .append("seq", 0L)
                .append("outbox", new Document())
                .append("owed", new Document())
                .append("receipts", new Document())
                .append("commands", new Document())
                .append("frozen", new Document(source, true));
    }

    private static Document section(@Nullable Document document, String name) {
        return document == null ? new Document() : document.get(name, new Document());
    }
}
