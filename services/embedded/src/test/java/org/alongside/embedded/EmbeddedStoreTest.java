package org.alongside.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.MongoDocumentStore;
import org.alongside.eventing.testing.DocumentStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest extends DocumentStoreContract {

    @TempDir
    private static Path directory;

    private static EmbeddedStore embedded;
    private static MongoClient client;

    @BeforeAll
    static void open() {
        embedded = EmbeddedStore.open(directory.resolve("store"), 0);
        client = MongoClients.create(embedded.uri());
    }

    @AfterAll
    static void close() {
        client.close();
        embedded.close();
    }

    @Override
    protected DocumentStore store() {
        return new MongoDocumentStore(client.getDatabase("contract"));
    }
}
