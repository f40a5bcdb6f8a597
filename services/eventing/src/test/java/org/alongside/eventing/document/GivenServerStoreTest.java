package org.alongside.eventing.document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.alongside.eventing.testing.DocumentStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The server at {@code ALONGSIDE_MONGODB_URI}, if one is given. */
@EnabledIfEnvironmentVariable(
        named = "ALONGSIDE_MONGODB_URI",
        matches = "mongodb.*",
        disabledReason = "no document server is given by ALONGSIDE_MONGODB_URI")
class GivenServerStoreTest extends DocumentStoreContract {

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(System.getenv("ALONGSIDE_MONGODB_URI"));
    }

    @AfterAll
    static void disconnect() {
        client.getDatabase("alongside-contract").drop();
        client.close();
    }

    @Override
    protected DocumentStore store() {
        return new MongoDocumentStore(client.getDatabase("alongside-contract"));
    }
}
