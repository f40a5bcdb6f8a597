package org.alongside.eventing.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alongside.eventing.document.CutPoint;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Signal;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what stands in a document's outbox, strictly in order with one record in flight, and then carries out what the
 * document owes. Documents go in parallel. Two relays on one document are harmless: a later record is sent only after
 * the earlier one was acknowledged or removed, so first appearances are in order and duplicates carry the same number.
 */
public final class OutboxRelay implements Signal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int IN_PARALLEL = 64;
    static final int IN_ONE_RUN = 10_000;

    /** Said as a date, which an index on the field answers. */
    static final Document PENDING = new Document("pending", new Document("$gt", Date.from(Instant.EPOCH)));

    private record Key(String collection, String id) {}

    /** @param written what the look finds; null when it has to read */
    private record Look(@Nullable Document written) {}

    private static final Look READ = new Look(null);
    private static final Look NOBODY_ASKED_AGAIN = new Look(null);

    private final DocumentStore store;
    private final Publisher publisher;
    private final Envelopes envelopes;
    private final OwedWorks owedWorks;
    private final CutPoints cutPoints;
    private final long sendTimeoutMillis;
    private final Counter sent;
    private final Map<Key, Look> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(IN_PARALLEL);
    private volatile boolean closed;

    /** @param sendTimeoutMillis real milliseconds after which an unacknowledged record counts as failed and is sent again */
    public OutboxRelay(
            DocumentStore store,
            Publisher publisher,
            Envelopes envelopes,
            OwedWorks owedWorks,
            CutPoints cutPoints,
            MeterRegistry metrics,
            long sendTimeoutMillis) {
        this.store = store;
        this.publisher = publisher;
        this.envelopes = envelopes;
        this.owedWorks = owedWorks;
        this.cutPoints = cutPoints;
        this.sendTimeoutMillis = sendTimeoutMillis;
        this.sent = metrics.counter("alongside.relay.sent");
    }

    /** Returns at once. A document that is being relayed is looked at once more afterwards. */
    @Override
    public void pending(String collection, String id, @Nullable Document written) {
        var key = new Key(collection, id);
        var look = new Look(written);
        while (!closed) {
            if (running.putIfAbsent(key, look) == null) {
                threads.execute(() -> relay(key));
                return;
            }
            if (running.computeIfPresent(key, (k, busy) -> busy == NOBODY_ASKED_AGAIN ? look : READ) != null) {
                return;
            }
        }
    }

    private void relay(Key key) {
        places.acquireUninterruptibly();
        try {
            for (var look = next(key); look != NOBODY_ASKED_AGAIN && !closed; look = next(key)) {
                settle(key, look.written() == null ? store.find(key.collection(), key.id()) : look.written());
            }
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            log.warn(
                    "A document of {} stays pending: {}",
                    key.collection(),
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
            if (running.remove(key) != NOBODY_ASKED_AGAIN) {
                pending(key.collection(), key.id(), null); // signalled between the last look and here
            }
        }
    }

    private Look next(Key key) {
        return running.replace(key, NOBODY_ASKED_AGAIN);
    }

    private void settle(Key key, @Nullable Document document)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (document == null || !document.containsKey("pending")) {
            return;
        }
        boolean owes = !document.get("owed", new Document()).isEmpty();
        var last = send(key, document);
        if (last != null) {
            if (!owes && endsWith(key, document, last)) {
                return;
            }
            remove(key, last);
        }
        boolean may =
                owedWorks.mayDecide() && document.get("frozen", new Document()).isEmpty();
        boolean done = !owes || may && carryOut(key, document); // a sweep comes back to what may not be done yet
        if (done && !askedAgain(key)) {
            store.update(
                    key.collection(),
                    new Document("_id", key.id())
                            .append("outbox", new Document())
                            .append("owed", new Document()),
                    new Document("$unset", new Document("pending", "")));
        }
    }

    /** @return the number of the last record, which is acknowledged and not removed yet; null when there was none */
    private @Nullable String send(Key key, Document document)
            throws InterruptedException, ExecutionException, TimeoutException {
        var outbox = document.get("outbox", new Document());
        var inOrder = outbox.keySet().stream()
                .sorted(Comparator.comparingLong(Long::parseLong))
                .toList();
        String last = null;
        for (var number : inOrder) {
            if (last != null) {
                remove(key, last);
            }
            var envelope = envelopes.of(key.id(), Long.parseLong(number), outbox.get(number, Document.class));
            cutPoints.reached(CutPoint.BEFORE_SEND);
            var acknowledgement = publisher.send(envelope);
            cutPoints.reached(CutPoint.AFTER_SEND);
            acknowledgement.get(sendTimeoutMillis, TimeUnit.MILLISECONDS);
            cutPoints.reached(CutPoint.AFTER_ACK);
            sent.increment();
            last = number;
        }
        return last;
    }

    private void remove(Key key, String number) {
        store.update(
                key.collection(),
                new Document("_id", key.id()),
                new Document("$unset", new Document("outbox." + number, "")));
    }

    /** Removes the last record and ends the document's wait in one write; false when it was changed since it was read. */
    private boolean endsWith(Key key, Document document, String last) {
        return store.update(
                key.collection(),
                new Document("_id", key.id()).append("version", document.get("version")),
                new Document("$unset", new Document("outbox." + last, "").append("pending", "")));
    }

    private boolean askedAgain(Key key) {
        return running.get(key) != NOBODY_ASKED_AGAIN;
    }

    /** Each entry fails alone. False when an entry is still there. */
    private boolean carryOut(Key key, Document document) {
        boolean all = true;
        for (var entry : document.get("owed", new Document()).entrySet()) {
            try {
                owedWorks.carryOut(key.collection(), key.id(), entry.getKey(), (Document) entry.getValue(), cutPoints);
            } catch (RuntimeException e) {
                all = false;
                log.warn(
                        "What a document of {} owes is not carried out yet: {}",
                        key.collection(),
                        e.getClass().getSimpleName());
            }
        }
        return all;
    }

    /** Signals every document that has been pending since before {@code since} (real time): what a crash left behind. */
    public void sweep(Iterable<String> collections, @Nullable Instant since) {
        for (var collection : collections) {
            var filter = since == null ? PENDING : new Document("pending", new Document("$lte", Date.from(since)));
            store.ids(collection, filter, IN_ONE_RUN).forEach(id -> pending(collection, id, null));
        }
    }

    /** Documents this process is busy with now. */
    public int busy() {
        return running.size();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
