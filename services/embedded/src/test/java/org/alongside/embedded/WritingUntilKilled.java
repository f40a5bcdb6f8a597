package org.alongside.embedded;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.MongoDocumentStore;
import org.bson.Document;

/** A process with a store of its own that writes for ever, and prints the id and version of what was acknowledged. */
final class WritingUntilKilled {

    static final String COLLECTION = "people";
    private static final int WRITERS = 4;
    private static final int UPDATES = 20;

    private WritingUntilKilled() {}

    public static void main(String[] arguments) {
        var embedded = EmbeddedStore.open(Path.of(arguments[0]), 0);
        var store = new MongoDocumentStore(MongoClients.create(embedded.uri()).getDatabase("clinic"));
        var threads = Executors.newFixedThreadPool(WRITERS);
        IntStream.range(0, WRITERS).forEach(writer -> threads.execute(() -> write(store, writer)));
    }

    private static void write(DocumentStore store, int writer) {
        for (int n = 0; ; n++) {
            var id = writer + "-" + n;
            store.insert(
                    COLLECTION, new Document("_id", id).append("version", 0L).append("story", id.repeat(300)));
            say(id, 0);
            for (long version = 0; version < UPDATES; version++) {
                var seen = new Document("_id", id).append("version", version);
                store.update(COLLECTION, seen, new Document("$set", new Document("version", version + 1)));
                say(id, version + 1);
            }
        }
    }

    private static void say(String id, long version) {
        synchronized (System.out) {
            System.out.println("acknowledged " + id + " " + version);
            System.out.flush();
        }
    }
}
