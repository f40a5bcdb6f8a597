package org.alongside.eventing.lane;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One broker for all tests of this package. Each test tells on a source of its own, so none sees another's records. */
final class LaneBroker {

    static final int PARTITIONS = 3;

    private static final AtomicInteger SOURCES = new AtomicInteger();
    private static final EmbeddedKafkaBroker BROKER = started();
    private static final Admin ADMIN = Admin.create(connection());
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer());

    private LaneBroker() {}

    private static EmbeddedKafkaBroker started() {
        var broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", BROKER.getBrokersAsString());
    }

    static Admin admin() {
        return ADMIN;
    }

    /** A source that nobody else tells on, with its topic. */
    static String newSource() {
        var source = "source" + SOURCES.incrementAndGet();
        topic("alongside." + source, PARTITIONS);
        return source;
    }

    static void topic(String name, int partitions) {
        topic(name, partitions, Map.of("retention.ms", String.valueOf(LaneConfiguration.TOPICS_KEPT_FOR.toMillis())));
    }

    static void topic(String name, int partitions, Map<String, String> settings) {
        BROKER.addTopics(new NewTopic(name, partitions, (short) 1).configs(settings));
    }

    static void tell(String source, String lane, long sequence, String type, String data) {
        send(event(source, null, lane, sequence, type, data));
    }

    static void tell(String source, @Nullable Integer partition, String lane, long sequence, String type, String data) {
        send(event(source, partition, lane, sequence, type, data));
    }

    static ProducerRecord<String, byte[]> event(
            String source, @Nullable Integer partition, String lane, long sequence, String type, String data) {
        var record = raw(source, partition, lane, data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", source + "-" + lane + "-" + sequence);
        header(record, "ce_source", "/alongside/" + source);
        header(record, "ce_type", "org.alongside." + source + "." + type);
        header(record, "ce_sequence", String.valueOf(sequence));
        header(record, "ce_time", "2026-03-01T10:00:00Z");
        header(record, "content-type", "application/json");
        return record;
    }

    static ProducerRecord<String, byte[]> raw(
            String source, @Nullable Integer partition, @Nullable String lane, String data) {
        return new ProducerRecord<>("alongside." + source, partition, lane, data.getBytes(StandardCharsets.UTF_8));
    }

    static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError("The broker did not take a record", failure);
        }
    }
}
