package org.alongside.feeder.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.alongside.feeder.bench.WorkDone.Amount;
import org.alongside.feeder.bench.WorkDone.Where;
import org.alongside.feeder.platform.Addresses;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * The same writes and sends by the bare drivers, in parallel, and nothing else: conditional updates of copies of the
 * services' own documents, as many for each collection as they did, and acknowledged sends.
 */
final class Floor implements AutoCloseable {

    private static final int LANES = 16;
    private static final String TOPIC = "bench.floor";
    private static final int PARTITIONS = 12;
    private static final byte[] EVENT =
            "y".repeat(400).getBytes(StandardCharsets.US_ASCII); // about as long as they are

    private final MongoClient client;
    private final KafkaProducer<String, byte[]> producer;

    Floor(Addresses addresses) throws Exception {
        client = MongoClients.create(addresses.mongo());
        try (var admin = Admin.create(Map.of("bootstrap.servers", addresses.kafka()))) {
            admin.createTopics(
                            List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(Map.of("flush.messages", "1"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", addresses.kafka(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    double seconds(Amount work) throws Exception {
        var lanes = new ArrayList<Callable<Void>>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(lane(lane, work));
        }
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(lanes)) {
                done.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** What one of the lanes does, in turns between the collections and the topic. */
    private Callable<Void> lane(int lane, Amount work) {
        var turns = new ArrayList<Turn>();
        work.writes().forEach((where, writes) -> turns.add(new Turn(writes / LANES, copy(where, lane)::write)));
        turns.add(new Turn(
                work.sends() / LANES,
                () -> producer.send(new ProducerRecord<>(TOPIC, "lane-" + lane, EVENT))
                        .get()));
        long most = turns.stream().mapToLong(Turn::times).max().orElse(0);
        return () -> {
            for (long n = 0; n < most; n++) {
                for (var turn : turns) {
                    if (n < turn.times()) {
                        turn.operation().call();
                    }
                }
            }
            return null;
        };
    }

    private record Turn(long times, Callable<?> operation) {}

    /** A document of the lane's own that looks like those of the collection. */
    private Copy copy(Where where, int lane) {
        var documents = client.getDatabase("bench-floor")
                .getCollection(where.database() + "-" + where.collection())
                .withWriteConcern(WriteConcern.MAJORITY);
        var id = "lane-" + lane;
        documents.deleteOne(new Document("_id", id));
        var like = client.getDatabase(where.database())
                .getCollection(where.collection())
                .find()
                .skip(lane)
                .first();
        var copy = new Document(like == null ? new Document("state", new Document()) : like)
                .append("_id", id)
                .append("version", 0L);
        documents.insertOne(copy);
        return new Copy(documents, id, Objects.requireNonNull(copy.get("state")));
    }

    private static final class Copy {

        private final MongoCollection<Document> documents;
        private final String id;
        private final Object state;
        private long version;

        Copy(MongoCollection<Document> documents, String id, Object state) {
            this.documents = documents;
            this.id = id;
            this.state = state;
        }

        boolean write() {
            var update = new Document("$set", new Document("state", state).append("version", version + 1));
            boolean written = documents
                            .updateOne(new Document("_id", id).append("version", version), update)
                            .getMatchedCount()
                    > 0;
            version++;
            return written;
        }
    }

    @Override
    public void close() {
        producer.close();
        client.close();
    }
}
