package org.alongside.audit.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
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
        settings.put(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"); // what is deleted while it is read is not skipped
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What the topics held.
     *
     * @param shortened by service, the partitions whose oldest records were deleted for their age
     */
    public record Contents(List<Fact> facts, List<String> unreadable, Map<String, Set<Integer>> shortened) {}

    /** The ends of all partitions now. A topic that is not there has none. */
    public Map<TopicPartition, Long> ends() {
        var known = consumer.listTopics();
        var partitions = World.SERVICES.stream()
                .flatMap(service -> known.getOrDefault("alongside." + service, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return consumer.endOffsets(partitions);
    }

    /** From the beginnings to these ends; anew when records are deleted for their age meanwhile. */
    public Contents read(Map<TopicPartition, Long> ends) {
        while (true) {
            try {
                return read(consumer.beginningOffsets(ends.keySet()), ends);
            } catch (OffsetOutOfRangeException beginningsMoved) {
                // each time they do, less is left
            }
        }
    }

    private Contents read(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        var facts = new ArrayList<Fact>();
        var unreadable = new ArrayList<String>();
        consumer.assign(ends.keySet());
        beginnings.forEach(consumer::seek);
        long patience = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var polled = consumer.poll(Duration.ofMillis(200));
            if (!polled.isEmpty()) {
                patience = System.nanoTime() + ANSWERS_WITHIN.toNanos();
            } else if (System.nanoTime() > patience) {
                throw new IllegalStateException("The broker stopped answering before the end of its topics");
            }
            for (var record : polled) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < Objects.requireNonNull(ends.get(partition))) {
                    keep(record, facts, unreadable);
                }
            }
        }
        return new Contents(facts, unreadable, shortened(beginnings));
    }

    private static Map<String, Set<Integer>> shortened(Map<TopicPartition, Long> beginnings) {
        var shortened = new HashMap<String, Set<Integer>>();
        beginnings.forEach((at, beginning) -> {
            if (beginning > 0) {
                shortened
                        .computeIfAbsent(service(at.topic()), service -> new HashSet<>())
                        .add(at.partition());
            }
        });
        return shortened;
    }

    private static String service(String topic) {
        return topic.substring("alongside.".length());
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
            var service = service(record.topic());
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
