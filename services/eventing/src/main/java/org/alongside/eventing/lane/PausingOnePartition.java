package org.alongside.eventing.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Leaves a record that failed, and all after it, on the topic: seeks back, pauses the partition it came from and
 * resumes it after a while, for ever. The other partitions go on at once. Spring's own handlers hold up all of them.
 */
final class PausingOnePartition implements CommonErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(PausingOnePartition.class);

    private static final long SHORTEST_MILLIS = 250;
    private static final int DOUBLINGS = 5;
    private static final Duration AFTER_OTHER_FAILURES = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService later;
    private final LaneMetrics metrics;
    private final Consumer<String> giveUp;
    private final InstantSource time;
    private final Map<TopicPartition, Failing> failures = new ConcurrentHashMap<>();

    private record Failing(int times, Instant since) {

        Failing again() {
            return new Failing(times + 1, since);
        }
    }

    /** @param giveUp stops the consumer for the reason it is given; must not block */
    PausingOnePartition(
            ScheduledExecutorService later, LaneMetrics metrics, Consumer<String> giveUp, InstantSource time) {
        this.later = later;
        this.metrics = metrics;
        this.giveUp = giveUp;
        this.time = time;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    /** A record of the partition succeeded; its next failure starts with the shortest pause again. */
    void flows(TopicPartition partition) {
        failures.remove(partition);
    }

    /** They are read elsewhere, or from their last committed offset. */
    void forget(Collection<TopicPartition> partitions) {
        failures.keySet().removeAll(partitions);
    }

    /** Whether a partition has got no further for more than a minute. */
    boolean forLong() {
        return failures.values().stream()
                .anyMatch(failing -> failing.since().isBefore(time.instant().minus(LONG)));
    }

    @Override
    public void handleRemaining(
            Exception failure,
            List<ConsumerRecord<?, ?>> records,
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        records.reversed().forEach(record -> consumer.seek(partition(record), record.offset()));
        var failed = records.getFirst();
        var tooMany = TooManyParked.standing(failure);
        if (tooMany.isPresent()) {
            container.pausePartition(partition(failed));
            giveUp.accept(tooMany.get());
            return;
        }
        var first = new Failing(1, time.instant());
        int times = failures.merge(partition(failed), first, (before, now) -> before.again())
                .times();
        long pause = SHORTEST_MILLIS << Math.min(times - 1, DOUBLINGS);
        container.pausePartition(partition(failed));
        metrics.paused(failed.topic());
        log.warn(
                "Paused {} partition {} at offset {} for {} ms: {}",
                failed.topic(),
                failed.partition(),
                failed.offset(),
                pause,
                named(failure));
        later.schedule(() -> resume(container, partition(failed)), pause, TimeUnit.MILLISECONDS);
    }

    /** In every child: one that lost the partition while it was paused would pause it for ever when it returns. */
    private static void resume(MessageListenerContainer container, TopicPartition partition) {
        container.resumePartition(partition);
        if (container instanceof ConcurrentMessageListenerContainer<?, ?> several) {
            several.getContainers().forEach(child -> child.resumePartition(partition));
        }
    }

    @Override
    public void handleOtherException(
            Exception failure,
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        if (failure instanceof InvalidOffsetException outside) {
            log.error(
                    "The offsets of {} for {} are outside of the log: records were removed before they were read,"
                            + " or the topic is not the one that was read before. Nothing is read until someone"
                            + " has decided what to do.",
                    container.getGroupId(),
                    outside.partitions());
            giveUp.accept(LaneContainer.OUTSIDE_OF_LOG);
            return;
        }
        log.warn("Reading as {} failed: {}", container.getGroupId(), named(failure));
        try {
            ListenerUtils.stoppableSleep(container, AFTER_OTHER_FAILURES.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String named(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof OutOfReach
                ? String.valueOf(root.getMessage())
                : root.getClass().getName();
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
