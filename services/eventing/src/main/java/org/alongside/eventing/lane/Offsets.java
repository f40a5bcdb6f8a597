package org.alongside.eventing.lane;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Where logs begin and end and how far groups have read, asked of the broker, which alone knows of all instances. */
final class Offsets {

    private static final long SECONDS = 15;

    private final Admin admin;

    Offsets(Admin admin) {
        this.admin = admin;
    }

    /** What a group reads. */
    record Reader(String group, Set<TopicPartition> partitions) {

        static Reader of(LaneSettings settings, LaneListener listener) {
            var partitions = IntStream.range(0, settings.partitions())
                    .mapToObj(partition -> new TopicPartition(listener.topic(), partition))
                    .collect(Collectors.toSet());
            return new Reader(settings.group(listener), partitions);
        }
    }

    Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** Without the partitions of which the group has committed nothing. */
    Map<TopicPartition, Long> committed(Reader reader) {
        var committed = new HashMap<TopicPartition, Long>();
        try {
            answer(admin.listConsumerGroupOffsets(reader.group()).partitionsToOffsetAndMetadata())
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
        } catch (GroupIdNotFoundException neverRead) {
            return Map.of();
        }
        committed.keySet().retainAll(reader.partitions());
        return committed;
    }

    /** How far it has read, where nothing is committed the beginning of the log. */
    Map<TopicPartition, Long> read(Reader reader) {
        var read = new HashMap<>(committed(reader));
        var never = new HashSet<>(reader.partitions());
        never.removeAll(read.keySet());
        if (!never.isEmpty()) {
            read.putAll(starts(never));
        }
        return read;
    }

    /** What is read is asked before the ends, so that the answer is never too small. */
    long unread(Reader reader) {
        var read = read(reader);
        return ends(reader.partitions()).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - at(end.getKey(), read)))
                .sum();
    }

    /** The broker answers for every partition that it is asked about. */
    static long at(TopicPartition partition, Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(partition), partition::toString);
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException known ? known : new KafkaException(failure.getCause());
        } catch (TimeoutException failure) {
            throw new KafkaException("The broker did not answer within " + SECONDS + " s");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the broker was asked");
        }
    }
}
