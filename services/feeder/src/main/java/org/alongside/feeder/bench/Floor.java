package org.alongside.feeder.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.alongside.feeder.platform.Addresses;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** As many conditional document writes and acknowledged sends as asked, by the bare drivers, in parallel, and nothing else. */
final class Floor implements AutoCloseable {

    private static final int LANES = 16;
    private static final String TOPIC = "bench.floor";
    private static final int PARTITIONS = 12;
    /** About what a decision sets: the state of one person, an event, a receipt. */
    private static final String STATE = "x".repeat(1_500);

    private static final byte[] EVENT = "y".repeat(400).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final KafkaProducer<String, byte[]> producer;

    Floor(Addresses addresses) throws Exception {
        client = MongoClients.create(addresses.mongo());
        documents =
                client.getDatabase("bench-floor").getCollection("documents").withWriteConcern(WriteConcern.MAJORITY);
        try (var admin = Admin.create(Map.of("bootstrap.servers", addresses.kafka()))) {
            admin.createTopics(
                            List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(Map.of("flush.messages", "1"))))
                    .all()
                    .get();
        } catch (java.util.concurrent.ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", addresses.kafka(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        for (int lane = 0; lane < LANES; lane++) {
            documents.insertOne(new Document("_id", "floor-" + lane).append("version", 0L));
        }
        seconds(LANES * 20L, LANES * 5L); // warms up
    }

    double seconds(long writes, long sends) throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int n = 0; n < LANES; n++) {
            int lane = n;
            work.add(() -> lane(lane, writes / LANES, sends / LANES));
        }
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Void lane(int lane, long writes, long sends) throws Exception {
        var id = "floor-" + lane;
        long version = documents.find(new Document("_id", id)).first().getLong("version");
        for (long n = 0; n < Math.max(writes, sends); n++) {
            if (n < writes) {
                var update = new Document("$set", new Document("state", STATE).append("version", version + 1));
                documents.updateOne(new Document("_id", id).append("version", version), update);
                version++;
            }
            if (n < sends) {
                producer.send(new ProducerRecord<>(TOPIC, id, EVENT)).get();
            }
        }
        return null;
    }

    @Override
    public void close() {
        producer.close();
        client.close();
    }
}
