package org.alongside.eventing.document;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.bson.Document;

/**
 * Lets eight writers race for the same versions of a scratch document. Some servers that speak MongoDB's protocol let two
 * win the same conditional update; on those, mentors and groups would be over-booked, so the service does not start.
 */
public final class OneWriterWins {

    private static final int WRITERS = 8;
    private static final int VERSIONS = 20;
    private static final String COLLECTION = "scratch";

    private OneWriterWins() {}

    public static void check(DocumentStore store) {
        var id = UUID.randomUUID().toString();
        store.insert(COLLECTION, new Document("_id", id).append("version", 0L));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var races = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < WRITERS; n++) {
                races.add(() -> wins(store, id));
            }
            int won = 0;
            for (var race : threads.invokeAll(races)) {
                won += race.get();
            }
            if (won != VERSIONS) {
                throw new IllegalStateException("The document store let " + won + " writers win " + VERSIONS
                        + " conditional updates. It does not update one document atomically and cannot be used.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the document store was checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The document store could not be checked", e.getCause());
        } finally {
            store.delete(COLLECTION, new Document("_id", id));
        }
    }

    private static int wins(DocumentStore store, String id) {
        int won = 0;
        for (long version = 0; version < VERSIONS; version++) {
            var filter = new Document("_id", id).append("version", version);
            if (store.update(COLLECTION, filter, new Document("$set", new Document("version", version + 1)))) {
                won++;
            }
        }
        return won;
    }
}
