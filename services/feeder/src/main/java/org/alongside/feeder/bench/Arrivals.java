package org.alongside.feeder.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.feeder.bench.Crowd.Somebody;
import org.alongside.feeder.platform.Addresses;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Watches the topics for the offer and the seat of each person. */
final class Arrivals implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> left = new ConcurrentHashMap<>();
    private final Map<String, Long> offered = new ConcurrentHashMap<>();
    private final Map<String, Long> seated = new ConcurrentHashMap<>();

    Arrivals(Addresses addresses) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", addresses.kafka(), "fetch.max.wait.ms", 50),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = List.of("alongside.mentorship", "alongside.groups").stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        consumer.poll(Duration.ofMillis(100));
    }

    void left(Somebody somebody) {
        left.put(somebody.patientId(), System.nanoTime());
    }

    interface Sending {
        void send() throws Exception;
    }

    /** From the first message sent to the last of the offers and seats of all these people. */
    double secondsFor(List<Somebody> those, Sending sending) throws Exception {
        Set<String> waiting =
                new HashSet<>(those.stream().map(Somebody::patientId).toList());
        long start = System.nanoTime();
        var sent = CompletableFuture.supplyAsync(() -> called(() -> {
            sending.send();
            return null;
        }));
        long until = start + LONGEST.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > until || sent.isCompletedExceptionally()) {
                sent.join();
                throw new IllegalStateException(waiting.size() + " people were not offered and seated in " + LONGEST);
            }
            for (var record : consumer.poll(Duration.ofMillis(50))) {
                var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                if (type.endsWith(".mentor-proposed") || type.endsWith(".mentor-assigned")) {
                    offered.putIfAbsent(record.key(), System.nanoTime());
                } else if (type.endsWith(".seat-reserved")) {
                    seated.putIfAbsent(record.key(), System.nanoTime());
                }
            }
            waiting.removeIf(id -> offered.containsKey(id) && seated.containsKey(id));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        sent.join();
        return seconds;
    }

    private static <T> T called(Callable<T> what) {
        try {
            return what.call();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** From the message sent to both the offer and the seat. */
    double delayMillis(Somebody somebody) {
        var id = somebody.patientId();
        return (Math.max(when(offered, id), when(seated, id)) - when(left, id)) / 1e6;
    }

    private static long when(Map<String, Long> moments, String id) {
        return Objects.requireNonNull(moments.get(id));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
