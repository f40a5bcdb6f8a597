package org.alongside.audit.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole topics: from the beginning to the end seen at the start. Joins no consumer group and commits nothing. */
public final class Topics implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;

    public Topics(String bootstrapServers) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** What the topics held. {@code forgotten} is how many records were deleted by retention. */
    public record Contents(List<Fact> facts, List<String> unreadable, long forgotten) {}

    /** The ends of all partitions now. A topic that is not there has none. */
    public Map<TopicPartition, Long> ends() {
        var known = consumer.listTopics();
        var partitions = World.SERVICES.stream()
                .flatMap(service -> known.getOrDefault("alongside." + service, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return consumer.endOffsets(partitions);
    }

    public Contents read(Map<TopicPartition, Long> ends) {
        var facts = new ArrayList<Fact>();
        var unreadable = new ArrayList<String>();
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long forgotten = consumer.beginningOffsets(ends.keySet()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long patience = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var polled = consumer.poll(Duration.ofMillis(200));
            if (!polled.isEmpty()) {
                patience = System.nanoTime() + ANSWERS_WITHIN.toNanos();
            } else if (System.nanoTime() > patience) {
                throw new IllegalStateException("The broker stopped answering before the end of its topics");
            }
            for (var record : polled) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    keep(record, facts, unreadable);
                }
            }
        }
        return new Contents(facts, unreadable, forgotten);
    }

    private static void keep(ConsumerRecord<String, byte[]> record, List<Fact> facts, List<String> unreadable) {
        var fact = fact(record);
        if (fact == null) {
            unreadable.add(record.topic() + " " + record.partition() + ":" + record.offset());
        } else {
            facts.add(fact);
        }
    }

    private static @Nullable Fact fact(ConsumerRecord<String, byte[]> record) {
        try {
            var service = record.topic().substring("alongside.".length());
            var prefix = "org.alongside." + service + ".";
            var type = header(record, "ce_type");
            if (record.key() == null
                    || !type.startsWith(prefix)
                    || !header(record, "ce_source").equals("/alongside/" + service)
                    || !header(record, "ce_specversion").equals("1.0")
                    || !header(record, "content-type").equals("application/json")) {
                return null;
            }
            return new Fact(
                    service,
                    record.partition(),
                    record.offset(),
                    record.key(),
                    header(record, "ce_id"),
                    type.substring(prefix.length()),
                    header(record, "ce_dataschema"),
                    header(record, "ce_subject"),
                    Long.parseLong(header(record, "ce_sequence")),
                    Instant.parse(header(record, "ce_time")),
                    JSON.readTree(record.value()));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
