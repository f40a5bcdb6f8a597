package org.alongside.intake.adt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;

/** What comes in, what becomes of it, and how long the sender waits. */
final class AdtMetrics {

    private final MeterRegistry registry;

    AdtMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param transport {@code mllp} or {@code http} */
    Answer timed(String transport, Supplier<Answer> receive) {
        var started = Timer.start(registry);
        var answer = receive.get();
        var outcome = answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        started.stop(Timer.builder("alongside.intake.adt.acknowledged")
                .description("from the whole message to its acknowledgement")
                .tag("transport", transport)
                .publishPercentileHistogram()
                .register(registry));
        Counter.builder("alongside.intake.adt.messages")
                .description("by trigger and by what became of them")
                .tag("trigger", answer.trigger())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
        return answer;
    }

    void connections(Collection<?> open) {
        Gauge.builder("alongside.intake.mllp.connections", open, Collection::size)
                .description("open at this moment")
                .register(registry);
    }

    void connectionEnded(String why) {
        Counter.builder("alongside.intake.mllp.ended")
                .description("connections by why they ended")
                .tag("why", why)
                .register(registry)
                .increment();
    }
}
