package org.alongside.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.document.StateConverter;
import org.alongside.eventing.document.Told;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RelayingTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    record Count(int n) {}

    private final AtomicInteger reads = new AtomicInteger();
    private final FakeDocumentStore store = new FakeDocumentStore() {
        @Override
        public Document find(String collection, String id) {
            reads.incrementAndGet();
            return super.find(collection, id);
        }
    };
    private final List<Envelope> sent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private final List<OwedWork<?>> works = new ArrayList<>();
    private final ThreadLocal<String> trace = ThreadLocal.withInitial(() -> TRACE);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final OutboxRelay relay = new OutboxRelay(
            store,
            this::send,
            new Envelopes("things"),
            new OwedWorks(() -> works, this::follow, () -> true),
            CutPoints.NONE,
            new SimpleMeterRegistry(),
            1_000);
    private final Documents<Count> counts = new DocumentSpace(
                    store,
                    new StateConverter(),
                    Clock.systemUTC(),
                    JsonMapper.builder().build(),
                    relay,
                    CutPoints.NONE,
                    trace::get,
                    () -> java.util.UUID.randomUUID().toString(),
                    DocumentSpace.Limits.DEFAULT)
            .documents(Kind.of("counts", "count", Count.class));

    private Future<?> send(Envelope envelope) {
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        return CompletableFuture.runAsync(() -> {
            sent.add(envelope);
            inFlight.decrementAndGet();
        });
    }

    private void follow(String traceparent, String name, Runnable work) {
        trace.set(traceparent.replace("b7ad6b7169203331", "00f067aa0ba902b7"));
        work.run();
        trace.remove();
    }

    private void raise(String id, int times) {
        for (int n = 0; n < times; n++) {
            counts.change(id, Cause.OWN, (kept, now) -> {
                var next = new Count(kept.orElse(new Count(0)).n() + 1);
                return Decision.<Count, Void>to(next).telling(new Told("raised", "1.0.0", Map.of("n", next.n())));
            });
        }
    }

    private boolean nothingPending() {
        return store.find("counts", "a") == null || !store.find("counts", "a").containsKey("pending");
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void sends_every_event_of_a_lane_in_order_with_one_in_flight() {
        raise("a", 50);
        await().until(this::nothingPending);
        assertThat(sent)
                .extracting(Envelope::sequence)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(mostInFlight.get()).isEqualTo(1);
    }

    @Test
    void reads_only_what_it_was_not_handed() {
        raise("a", 1);
        await().until(() -> relay.busy() == 0);
        assertThat(reads).as("by who decided").hasValue(1);

        failures.set(1);
        raise("b", 1);
        await().until(() -> relay.busy() == 0);
        relay.pending("counts", "b", null);
        await().until(() -> relay.busy() == 0);
        assertThat(reads).as("by who decided twice, and by the relay").hasValue(3);
        assertThat(sent).extracting(Envelope::key).containsExactly("a", "b");
    }

    @Test
    void addresses_an_event_as_the_contract_says() {
        raise("a", 1);
        await().until(() -> sent.size() == 1);
        var envelope = sent.getFirst();
        assertThat(envelope.topic()).isEqualTo("alongside.things");
        assertThat(envelope.key()).isEqualTo("a");
        assertThat(envelope.type()).isEqualTo("org.alongside.things.raised");
        assertThat(envelope.dataschema()).isEqualTo("urn:alongside:things:raised:1.0.0");
        assertThat(envelope.subject()).isEqualTo("count/a");
        assertThat(envelope.source()).isEqualTo("/alongside/things");
        assertThat(envelope.data()).isEqualTo("{\"n\":1}");
        assertThat(envelope.traceparent()).startsWith("00-0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void what_the_broker_did_not_take_stays_and_goes_with_a_sweep_once_it_has_waited() {
        failures.set(1);
        raise("a", 1);
        await().until(() -> failures.get() == 0 && relay.busy() == 0);
        assertThat(sent).isEmpty();
        relay.sweep(List.of("counts"), Instant.now().minusSeconds(60));
        await().until(() -> relay.busy() == 0);
        assertThat(sent).as("it has not waited for long").isEmpty();
        relay.sweep(List.of("counts"), Instant.now().plusSeconds(1));
        await().until(this::nothingPending);
        assertThat(sent).extracting(Envelope::sequence).containsExactly(1L);
    }

    @Test
    void carries_out_what_is_owed_and_tries_again_what_failed_without_holding_up_the_rest() {
        var failing = new AtomicInteger(1);
        var done = Collections.synchronizedList(new ArrayList<String>());
        works.add(new OwedWork<String>() {
            @Override
            public String collection() {
                return "counts";
            }

            @Override
            public String want() {
                return "claim";
            }

            @Override
            public String carryOut(String owner, String entry, Owed owed) {
                if (entry.equals("e1") && failing.getAndDecrement() > 0) {
                    throw new IllegalStateException("not now");
                }
                return owed.target();
            }

            @Override
            public void settle(String owner, String entry, Owed owed, String outcome) {
                counts.change(
                        owner,
                        Cause.OWN,
                        (kept, now) -> Decision.<Count, Void>to(kept.orElse(new Count(0)))
                                .telling(new Told("settled", "1.0.0", Map.of("n", 1)))
                                .settling(entry));
                done.add(entry + ">" + outcome);
            }
        });
        counts.change(
                "a",
                Cause.OWN,
                (kept, now) -> Decision.<Count, Void>to(new Count(0))
                        .owing(Map.of("e1", new Owed("claim", "x"), "e2", new Owed("claim", "y"))));
        await().until(() -> done.contains("e2>y") && relay.busy() == 0);
        relay.sweep(List.of("counts"), null);
        await().until(this::nothingPending);
        assertThat(done).containsExactlyInAnyOrder("e1>x", "e2>y");
        assertThat(sent)
                .as("what follows stays in the trace of what owed it")
                .extracting(Envelope::traceparent)
                .containsExactly(
                        "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01",
                        "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");
    }
}
