package org.alongside.eventing.lane;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;

/** The consumer of one source: one group per topic and service, receipts absorb what is delivered again. */
final class LaneContainer implements ConsumerAwareRebalanceListener {

    static final String RUNNING = "running";
    static final String PAUSED_FOR_LONG = "a-partition-is-paused";
    static final String STOPPED = "stopped";
    static final String TOO_MANY_PARKED = "too-many-parked-lanes";
    static final String PARKED_LANE_FULL = "parked-lane-full";
    static final String OUTSIDE_OF_LOG = "offset-outside-of-log";

    private static final Logger log = LoggerFactory.getLogger(LaneContainer.class);

    /** A partition is resumed between two polls, so this bounds how much longer than its pause it waits. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private final LaneListener listener;
    private final Parking parking;
    private final PausingOnePartition pausing;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private volatile @Nullable String stoppedFor;

    LaneContainer(
            LaneListener listener,
            String group,
            Consumers consumers,
            Applying applying,
            Parking parking,
            LaneMetrics metrics,
            ScheduledExecutorService later) {
        this.listener = listener;
        this.parking = parking;
        this.pausing = new PausingOnePartition(later, metrics, this::giveUp, InstantSource.system());
        var properties = new ContainerProperties(listener.topic());
        properties.setGroupId(group);
        properties.setAckMode(AckMode.BATCH);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setStopImmediate(true);
        properties.setPollTimeout(LONGEST_POLL.toMillis());
        properties.setObservationEnabled(true);
        properties.setObservationRegistry(consumers.observations());
        properties.setConsumerRebalanceListener(this);
        properties.setMessageListener(new Hearing(listener, applying, parking, pausing::flows));
        container = new ConcurrentMessageListenerContainer<>(consumers.factory(), properties);
        container.setConcurrency(consumers.concurrency());
        container.setCommonErrorHandler(pausing);
        container.setBeanName("lanes-" + listener.source());
    }

    LaneListener listener() {
        return listener;
    }

    void start() {
        container.start();
    }

    void stop() {
        container.stop();
    }

    /** One of the constants of this class; anything but {@link #RUNNING} needs someone to look. */
    String standing() {
        var reason = stoppedFor;
        if (reason != null) {
            return reason;
        }
        if (!container.isRunning() || !container.isInExpectedState()) {
            return STOPPED;
        }
        return pausing.forLong() ? PAUSED_FOR_LONG : RUNNING;
    }

    private void giveUp(String reason) {
        stoppedFor = reason;
        log.error("Stopped hearing {}: {}", listener.source(), reason);
        Thread.ofVirtual().start(() -> container.stop(() -> {}));
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        pausing.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        pausing.forget(partitions);
    }

    /**
     * The client itself never resets an offset. A partition that the group has never read starts at the beginning of
     * its log, and that is committed at once: whatever is removed from there on without being read is noticed.
     */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        parking.forget(listener.source());
        var committed = consumer.committed(new HashSet<>(partitions));
        var unread = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .collect(Collectors.toSet());
        if (unread.isEmpty()) {
            return;
        }
        var starts = new HashMap<TopicPartition, OffsetAndMetadata>();
        consumer.beginningOffsets(unread)
                .forEach((partition, start) -> starts.put(partition, new OffsetAndMetadata(start)));
        starts.forEach((partition, start) -> consumer.seek(partition, start.offset()));
        consumer.commitSync(starts);
    }
}
