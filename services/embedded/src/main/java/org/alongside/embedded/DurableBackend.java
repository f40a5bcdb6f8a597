package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Instant;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Mends what the backend lacks for us: it commits before it answers, keeps documents its own way and knows {@code hello}. */
class DurableBackend extends H2Backend {

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

    DurableBackend(MVStore store, Runnable commit) {
        super(store);
        this.commit = new SharedCommit(commit);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        if (command.equals("hello")) {
            return hello();
        }
        return WRITES.contains(command) ? write(message) : read(message);
    }

    private Document write(MongoMessage message) {
        commit.writing();
        try {
            return super.handleMessage(message);
        } finally {
            commit.written();
        }
    }

    /** What it shows may be acted upon, so that is durable too. */
    private Document read(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } finally {
            commit.settled();
        }
    }

    @Override
    public void close() {
        commit.betweenWrites(super::close);
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
        return new EmbeddedDatabase(name, getMvStore(), getCursorRegistry());
    }
}
