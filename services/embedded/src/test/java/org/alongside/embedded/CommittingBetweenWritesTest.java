package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.alongside.eventing.document.MongoDocumentStore;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A collection is created in two steps, first its name and then its index on {@code _id}. Neither is kept alone. */
@Timeout(60)
class CommittingBetweenWritesTest {

    private final CountDownLatch goOn = new CountDownLatch(1);

    @TempDir
    private Path directory;

    private static MongoMessage message(String database, Document command) {
        return new MongoMessage(new EmbeddedChannel(), new MessageHeader(1, 0), command.append("$db", database));
    }

    private static MongoMessage insert(String database, String id) {
        return message(
                database, new Document("insert", "people").append("documents", List.of(new Document("_id", id))));
    }

    /** As a SIGKILL at this moment leaves it. */
    private Path leftBehind(Path file) throws IOException {
        return Files.copy(file, directory.resolve("left-behind"));
    }

    @Test
    void a_collection_whose_creation_was_cut_in_two_takes_an_id_once() throws Exception {
        var file = directory.resolve("store");
        var data = EmbeddedStore.data(file);
        var backend = new PausingInTheMiddle(data);
        var first = Paused.run(() -> backend.handleMessage(insert("half", "one")));
        var second = Paused.run(() -> backend.handleMessage(insert("whole", "one")));
        var leftBehind = leftBehind(file);
        goOn.countDown();
        first.join();
        second.join();
        backend.close();

        try (var store = EmbeddedStore.open(leftBehind, 0);
                var client = MongoClients.create(store.uri())) {
            var people = new MongoDocumentStore(client.getDatabase("half"));
            assertThat(people.insert("people", new org.bson.Document("_id", "one")))
                    .isTrue();
            assertThat(people.insert("people", new org.bson.Document("_id", "one")))
                    .isFalse();
        }
    }

    @Test
    void nothing_is_shown_that_a_kill_could_take_back() throws Exception {
        var data = EmbeddedStore.data(directory.resolve("store"));
        var happened = Collections.synchronizedList(new ArrayList<String>());
        var backend = new DurableBackend(data, () -> {
            Paused.at(goOn);
            data.commit();
            happened.add("committed");
        });
        var writer = Paused.run(() -> backend.handleMessage(insert("clinic", "new")));
        var reader = Paused.run(() -> {
            backend.handleMessage(
                    message("clinic", new Document("find", "people").append("filter", new Document("_id", "new"))));
            happened.add("shown");
        });
        goOn.countDown();
        writer.join();
        reader.join();
        backend.close();
        assertThat(happened).containsExactly("committed", "shown");
    }

    /** Waits before it gives a collection its index. */
    private final class PausingInTheMiddle extends DurableBackend {

        private PausingInTheMiddle(MVStore store) {
            super(store, store::commit);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new EmbeddedDatabase(name, getMvStore(), getCursorRegistry()) {
                @Override
                protected Index<Object> openOrCreateUniqueIndex(
                        String collection, String index, List<IndexKey> keys, boolean sparse) {
                    if (name.equals("half")) {
                        Paused.at(goOn);
                    }
                    return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
                }
            };
        }
    }
}
