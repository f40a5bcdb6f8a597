package org.alongside.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.alongside.eventing.lane.LaneListener;
import org.alongside.eventing.relay.Sweeps;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whether all services have come to rest: asked of their stores and of the broker. The broker is asked for all of them in
 * one go, because the clock waits for two such readings at each of its steps.
 */
final class Quiet implements Rest, AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(5);

    private final List<Sweeps> sweeps;
    private final LongSupplier unapplied;
    private final Admin admin;
    /** Consumer group to the partitions it reads. */
    private final Map<String, List<TopicPartition>> groups = new HashMap<>();

    Quiet(Map<Service, ConfigurableApplicationContext> contexts, String kafka, LongSupplier unapplied) {
        this.sweeps =
                contexts.values().stream().map(c -> c.getBean(Sweeps.class)).toList();
        this.unapplied = unapplied;
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
        contexts.forEach((service, context) -> context.getBeansOfType(LaneListener.class)
                .values()
                .forEach(listener ->
                        groups.put(service.shortName() + "." + listener.topic(), partitions(listener.topic()))));
    }

    private List<TopicPartition> partitions(String topic) {
        var described =
                ask(() -> admin.describeTopics(List.of(topic)).allTopicNames().get());
        return Objects.requireNonNull(described.get(topic)).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** What is read is asked before the ends, so that nothing that is unread is missed. */
    @Override
    public Reading reading() {
        var committed = committed();
        var ends = ends();
        long unread = unread(committed, ends);
        long pending = sweeps.stream().mapToLong(Sweeps::pending).sum();
        long told = ends.values().stream().mapToLong(end -> end.offset()).sum();
        return new Reading(pending, unread, unapplied.getAsLong(), told);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        return ask(() -> admin.listOffsets(groups.values().stream()
                        .flatMap(Collection::stream)
                        .distinct()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get());
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed() {
        return ask(() -> admin.listConsumerGroupOffsets(groups.keySet().stream()
                        .collect(Collectors.toMap(
                                group -> group,
                                group -> new ListConsumerGroupOffsetsSpec().topicPartitions(groups.get(group)))))
                .all()
                .get());
    }

    private long unread(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        long unread = 0;
        for (var group : groups.entrySet()) {
            for (var partition : group.getValue()) {
                var at = Objects.requireNonNull(committed.get(group.getKey())).get(partition);
                unread += Objects.requireNonNull(ends.get(partition)).offset() - (at == null ? 0 : at.offset());
            }
        }
        return unread;
    }

    /** Waits until two readings in a row are equal with nothing left, and answers it; nothing when that did not come in time. */
    @Override
    public Optional<Reading> await(Duration atMost) {
        var until = Instant.now().plus(atMost);
        var before = reading();
        while (Instant.now().isBefore(until)) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            var now = reading();
            if (now.nothingLeft() && now.equals(before)) {
                return Optional.of(now);
            }
            before = now;
        }
        return Optional.empty();
    }

    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not answer", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
