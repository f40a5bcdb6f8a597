package org.alongside.eventing.document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.alongside.eventing.testing.DocumentStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** MongoDB itself, where a Docker engine is there and has its image or can fetch it. */
@EnabledIf(
        value = "mongoIsToBeHad",
        disabledReason = "there is no Docker engine that has or can fetch the image of MongoDB")
class ContainerStoreTest extends DocumentStoreContract {

    private static final DockerImageName IMAGE = DockerImageName.parse("mongo:8.0");

    private static MongoDBContainer mongo;
    private static MongoClient client;

    static boolean mongoIsToBeHad() {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    && !new RemoteDockerImage(IMAGE).get().isEmpty();
        } catch (Exception e) {
            return false;
        }
    }

    @BeforeAll
    static void start() {
        mongo = new MongoDBContainer(IMAGE);
        mongo.start();
        client = MongoClients.create(mongo.getConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.stop();
    }

    @Override
    protected DocumentStore store() {
        return new MongoDocumentStore(client.getDatabase("contract"));
    }
}
