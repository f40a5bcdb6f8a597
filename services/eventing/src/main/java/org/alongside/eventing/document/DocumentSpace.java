package org.alongside.eventing.document;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoSocketReadTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Everything the documents of one service have in common. A service asks it for its {@link Documents}, once per kind. */
public final class DocumentSpace {

    private static final Logger log = LoggerFactory.getLogger(DocumentSpace.class);
    private static final String PENDING = "pending";
    private static final String DUE = "dueAt";

    private final DocumentStore store;
    private final StateConverter converter;
    private final Clock clock;
    private final JsonMapper json;
    private final Signal signal;
    private final CutPoints cutPoints;
    private final Supplier<@Nullable String> traceparent;
    private final Supplier<String> eventIds;
    private final Limits limits;
    private final List<Kind<?>> kinds = new CopyOnWriteArrayList<>();

    /**
     * @param traceparent the W3C trace context of the current call, or null outside of one
     * @param eventIds unique ids, rising with time
     */
    public DocumentSpace(
            DocumentStore store,
            StateConverter converter,
            Clock clock,
            JsonMapper json,
            Signal signal,
            CutPoints cutPoints,
            Supplier<@Nullable String> traceparent,
            Supplier<String> eventIds,
            Limits limits) {
        this.store = store;
        this.converter = converter;
        this.clock = clock;
        this.json = json;
        this.signal = signal;
        this.cutPoints = cutPoints;
        this.traceparent = traceparent;
        this.eventIds = eventIds;
        this.limits = limits;
    }

    /**
     * @param sequenceBase events are numbered above it; set after a restore to the highest number on the service's topic
     * @param outboxCap entries a document may hold before commands and sweeps are refused
     * @param largestEvent in bytes of JSON; below what the broker takes
     * @param atHand of each kind that {@link Kind#neverDeleted is never deleted}, how many documents that were written last,
     *     telling nothing and with nothing waiting to be told, are decided upon without being read; 0 and whatever was
     *     written is read again before it is decided upon, relayed or {@link Kind#remembered kept in mind}
     */
    public record Limits(long sequenceBase, int outboxCap, int largestEvent, int atHand) {

        public static final Limits DEFAULT = new Limits(0, 256, 900_000, 200);
    }

    public <S> Documents<S> documents(Kind<S> kind) {
        if (kinds.stream().anyMatch(k -> k.collection().equals(kind.collection()))) {
            throw new IllegalArgumentException("The collection " + kind.collection() + " has a kind already");
        }
        converter.register(kind.state());
        Stream.concat(Stream.of(PENDING, DUE), kind.foundBy().stream())
                .forEach(field -> index(kind.collection(), field));
        kinds.add(kind);
        return new StoredDocuments<>(kind, this);
    }

    /** On a large collection it may take longer than a call may; no answer changes by it, so the service starts all the same. */
    private void index(String collection, String field) {
        try {
            store.index(collection, field);
        } catch (MongoSocketReadTimeoutException | MongoExecutionTimeoutException slow) {
            log.warn(
                    "The index on {} of {} is not there yet; it is asked for again at the next start",
                    field,
                    collection);
        }
    }

    /** The kinds asked for so far; what the relay and the sweeps look through. */
    public List<Kind<?>> kinds() {
        return new ArrayList<>(kinds);
    }

    /** Ids of at most {@code limit} documents of a collection whose time has come. */
    public List<String> due(String collection, Instant now, int limit) {
        return store.ids(collection, new Document(DUE, new Document("$lte", Date.from(now))), limit);
    }

    public DocumentStore store() {
        return store;
    }

    StateConverter converter() {
        return converter;
    }

    Clock clock() {
        return clock;
    }

    JsonMapper json() {
        return json;
    }

    Signal signal() {
        return signal;
    }

    CutPoints cutPoints() {
        return cutPoints;
    }

    @Nullable
    String traceparent() {
        return traceparent.get();
    }

    String nextEventId() {
        return eventIds.get();
    }

    long sequenceBase() {
        return limits.sequenceBase();
    }

    int outboxCap() {
        return limits.outboxCap();
    }

    int largestEvent() {
        return limits.largestEvent();
    }

    int atHand() {
        return limits.atHand();
    }
}
