package org.alongside.mentorship.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lets processes take turns at every read and every write of a document, in a random order, and lets some die between
 * two of them. One process runs at a time, so a seed says everything.
 */
final class Schedule {

    final DocumentStore store = new Stepping();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final Random random;
    private final List<Process> running = new ArrayList<>();
    private final ThreadLocal<@Nullable Process> current = new ThreadLocal<>();

    /** A store that ignores versions, to show that the checks see what they keep. */
    boolean twoMayWin;

    Schedule(Random random) {
        this.random = random;
    }

    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Process {
        final Semaphore turn = new Semaphore(0);
        final Semaphore back = new Semaphore(0);
        volatile boolean dies;
        volatile boolean ended;
        volatile @Nullable Throwable fault;
    }

    void start(Runnable work) {
        var process = new Process();
        running.add(process);
        Thread.ofVirtual().start(() -> {
            current.set(process);
            process.turn.acquireUninterruptibly();
            try {
                work.run();
            } catch (Died died) {
                // as a process that was killed: nothing is cleaned up
            } catch (Throwable e) {
                process.fault = e;
            }
            process.ended = true;
            process.back.release();
        });
    }

    boolean busy() {
        return !running.isEmpty();
    }

    /** One step of one process; or its death. */
    void step(double deaths) {
        if (running.isEmpty()) {
            return;
        }
        var process = running.get(random.nextInt(running.size()));
        process.dies = random.nextDouble() < deaths;
        process.turn.release();
        process.back.acquireUninterruptibly();
        if (process.fault != null) {
            throw new AssertionError("A process failed", process.fault);
        }
        if (process.ended) {
            running.remove(process);
        }
    }

    private void yieldTurn() {
        var process = current.get();
        if (process == null) {
            return;
        }
        process.back.release();
        process.turn.acquireUninterruptibly();
        if (process.dies) {
            throw new Died();
        }
    }

    private final class Stepping implements DocumentStore {

        @Override
        public @Nullable Document find(String collection, String id) {
            yieldTurn();
            return documents.find(collection, id);
        }

        @Override
        public List<Document> find(String collection, Document filter, Document sort, int limit) {
            yieldTurn();
            return documents.find(collection, filter, sort, limit);
        }

        @Override
        public List<String> ids(String collection, Document filter, int limit) {
            yieldTurn();
            return documents.ids(collection, filter, limit);
        }

        @Override
        public long count(String collection, Document filter) {
            yieldTurn();
            return documents.count(collection, filter);
        }

        @Override
        public boolean insert(String collection, Document document) {
            yieldTurn();
            return documents.insert(collection, document);
        }

        @Override
        public boolean update(String collection, Document filter, Bson update) {
            yieldTurn();
            return documents.update(collection, twoMayWin ? new Document("_id", filter.get("_id")) : filter, update);
        }

        @Override
        public boolean delete(String collection, Document filter) {
            yieldTurn();
            return documents.delete(collection, filter);
        }
    }
}
