package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Instant;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Mends what the backend lacks for us: it commits before it answers, finds by {@code _id} and knows {@code hello}. */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "findandmodify",
            "create",
            "createIndexes",
            "drop",
            "dropDatabase");
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final int LARGEST_MESSAGE = 48_000_000;

    private final SharedCommit commit;

    DurableBackend(MVStore store) {
        super(store);
        this.commit = new SharedCommit(store::commit);
    }

    @Override
    public Document handleMessage(MongoMessage message) throws MongoServerException {
        var command = message.getDocument().keySet().iterator().next();
        if (command.equals("hello")) {
            return hello();
        }
        var answer = super.handleMessage(message);
        if (WRITES.contains(command)) {
            commit.await();
        }
        return answer;
    }

    private static Document hello() {
        return new Document("isWritablePrimary", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", LARGEST_DOCUMENT)
                .append("maxMessageSizeBytes", LARGEST_MESSAGE)
                .append("maxWriteBatchSize", 100_000)
                .append("localTime", Instant.now())
                .append("minWireVersion", 0)
                .append("maxWireVersion", 8)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DatabaseFoundById(name, getMvStore(), getCursorRegistry());
    }
}
