package org.alongside.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.document.Told;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class WaitingToDecideTest {

    private final TestSpace space = new TestSpace(Clock.systemUTC());
    private final AtomicBoolean allIsRead = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger claimed = new AtomicInteger();
    private final Documents<Count> counts = space.documents(Kind.of("counts", "count", Count.class));

    record Count(int n) {}

    private final class Claiming implements OwedWork<Boolean> {

        @Override
        public String collection() {
            return "counts";
        }

        @Override
        public String want() {
            return "claim";
        }

        @Override
        public Boolean carryOut(String owner, String entry, Owed owed) {
            claimed.incrementAndGet();
            return true;
        }

        @Override
        public void settle(String owner, String entry, Owed owed, Boolean outcome) {
            counts.change(
                    owner,
                    Cause.OWN,
                    (kept, now) -> Decision.<Count, Void>unchanged().settling(entry));
        }
    }

    private boolean mayDecide() {
        asked.incrementAndGet();
        return allIsRead.get();
    }

    @Test
    void nothing_is_decided_before_what_others_told_meanwhile_has_been_read() {
        counts.change(
                "a",
                Cause.OWN,
                (kept, now) -> Decision.<Count, Void>to(new Count(1))
                        .telling(new Told("raised", "1.0.0", Map.of("n", 1)))
                        .owing("c1", new Owed("claim", "b")));
        try (var relay = new OutboxRelay(
                space.store(),
                envelope -> {
                    sent.incrementAndGet();
                    return CompletableFuture.completedFuture(null);
                },
                new Envelopes("things"),
                new OwedWorks(() -> List.of(new Claiming()), Traces.NONE, allIsRead::get),
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
                await().until(() -> sent.get() == 1);
                assertThat(decided).hasValue(0);
                assertThat(claimed)
                        .as("told is what was decided, owed is what decides")
                        .hasValue(0);

                allIsRead.set(true);
                await().until(() -> decided.get() > 0 && claimed.get() == 1);
            } finally {
                sweeps.stop();
            }
        }
    }
}
