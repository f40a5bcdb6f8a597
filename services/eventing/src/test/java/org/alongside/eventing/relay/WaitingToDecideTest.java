package org.alongside.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class WaitingToDecideTest {

    private final TestSpace space = new TestSpace(Clock.systemUTC());
    private final AtomicBoolean allIsRead = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    private boolean mayDecide() {
        asked.incrementAndGet();
        return allIsRead.get();
    }

    @Test
    void time_decides_nothing_before_what_others_told_meanwhile_has_been_read() {
        try (var relay = new OutboxRelay(
                space.store(),
                envelope -> CompletableFuture.completedFuture(null),
                new Envelopes("things"),
                new OwedWorks(List::of, Traces.NONE),
                CutPoints.NONE,
                new SimpleMeterRegistry(),
                1_000)) {
            var sweeps = new Sweeps(
                    space.space(),
                    relay,
                    Clock.systemUTC(),
                    List::of,
                    () -> List.of(decided::incrementAndGet),
                    this::mayDecide,
                    Duration.ofMillis(10));
            sweeps.start();
            try {
                await().until(() -> asked.get() > 3);
                assertThat(decided).hasValue(0);

                allIsRead.set(true);
                await().until(() -> decided.get() > 0);
            } finally {
                sweeps.stop();
            }
        }
    }
}
