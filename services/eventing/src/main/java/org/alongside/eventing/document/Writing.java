package org.alongside.eventing.document;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Collects what one decision changes in one document, as one update or, where nothing is there yet, one insert. */
final class Writing {

    private final String id;
    private final @Nullable Document before;
    private final Document set = new Document();
    private final Document unset = new Document();
    private final long version;
    private long seq;

    Writing(String id, @Nullable Document before, long sequenceBase) {
        this.id = id;
        this.before = before;
        this.version = before == null ? 0 : before.getLong("version");
        this.seq = Math.max(before == null ? 0 : before.getLong("seq"), sequenceBase);
    }

    void set(String path, Object value) {
        set.put(path, value);
    }

    void remove(String path) {
        unset.put(path, "");
    }

    void tell(Document event) {
        seq++;
        set.put("outbox." + seq, event);
    }

    /** Real time, because it says how long something has been waiting, whatever the centre's clock shows. */
    void pendingSince(Instant now) {
        set.put("pending", Date.from(now));
    }

    boolean write(DocumentStore store, String collection) {
        if (before == null) {
            return store.insert(collection, after(empty()));
        }
        set.put("version", version + 1);
        set.put("seq", seq);
        var update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return store.update(collection, new Document("_id", id).append("version", version), update);
    }

    /**
     * Whether {@link #written} is what a reader would find. Where records wait to be sent it may not be: the relay takes them
     * off without a new version.
     */
    boolean knowsOutbox() {
        return before == null || before.get("outbox", Document.class).isEmpty();
    }

    /** The whole document after the write. */
    Document written() {
        var document = empty();
        if (before != null) {
            document.putAll(before);
            for (var section : List.of("outbox", "owed", "receipts", "commands")) {
                document.put(section, new Document(before.get(section, new Document())));
            }
        }
        return after(document).append("version", version + 1).append("seq", seq);
    }

    private Document empty() {
        return new Document("_id", id)
                .append("version", 1L)
                .append("seq", seq)
                .append("outbox", new Document())
                .append("owed", new Document())
                .append("receipts", new Document())
                .append("commands", new Document());
    }

    private Document after(Document document) {
        set.forEach((path, value) -> change(document, path, (section, name) -> section.put(name, value)));
        unset.keySet().forEach(path -> change(document, path, Document::remove));
        return document;
    }

    private static void change(Document document, String path, BiConsumer<Document, String> how) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            how.accept(document, path);
        } else {
            how.accept(document.get(path.substring(0, dot), Document.class), path.substring(dot + 1));
        }
    }

    static Refused outboxFull(int cap) {
        return new Refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outbox-full",
                null,
                "More than " + cap + " events of this document wait for the broker; try again when it takes them.");
    }
}
