package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.alongside.eventing.testing.MovableClock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListenerContainer;

class StandingStillTest {

    private static final TopicPartition PARTITION = new TopicPartition("alongside.source", 0);

    private final MovableClock clock = new MovableClock("2026-03-01T10:00:00Z");
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final PausingOnePartition pausing =
            new PausingOnePartition(later, new LaneMetrics(new SimpleMeterRegistry()), reason -> {}, clock);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MessageListenerContainer container = (MessageListenerContainer) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {MessageListenerContainer.class}, (p, m, a) -> null);

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    private void fail() {
        consumer.assign(List.of(PARTITION));
        var record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0L, "ann", new byte[0]);
        pausing.handleRemaining(new OutOfReach(new IllegalStateException()), List.of(record), consumer, container);
    }

    @Test
    void a_partition_that_gets_no_further_for_more_than_a_minute_is_noticed() {
        fail();
        clock.move(Duration.ofSeconds(59));
        fail();
        assertThat(pausing.forLong()).isFalse();

        clock.move(Duration.ofSeconds(2));
        assertThat(pausing.forLong()).isTrue();

        pausing.flows(PARTITION);
        assertThat(pausing.forLong()).isFalse();
    }

    @Test
    void a_partition_that_is_read_elsewhere_stands_still_no_longer() {
        fail();
        clock.move(Duration.ofMinutes(2));

        pausing.forget(List.of(PARTITION));

        assertThat(pausing.forLong()).isFalse();
    }
}
