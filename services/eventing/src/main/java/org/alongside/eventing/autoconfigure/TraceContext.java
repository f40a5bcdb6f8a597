package org.alongside.eventing.autoconfigure;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.alongside.eventing.relay.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The current span as a W3C {@code traceparent}, to be kept with an event or owed work until its turn comes. */
final class TraceContext implements Traces {

    private static final String HEADER = "traceparent";

    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;

    TraceContext(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        this.tracers = tracers;
        this.propagators = propagators;
    }

    /** Null outside of a trace. */
    @Nullable
    String current() {
        var tracer = tracers.getIfAvailable();
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }

    @Override
    public void follow(@Nullable String traceparent, String name, Runnable work) {
        var tracer = tracers.getIfAvailable();
        var propagator = propagators.getIfAvailable();
        if (tracer == null || propagator == null) {
            work.run();
            return;
        }
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(HEADER, traceparent);
        var span = propagator.extract(carrier, Map::get).name(name).start();
        try (var scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
