package org.alongside.eventing.autoconfigure;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The current span as a W3C {@code traceparent}, to be kept with an event until it is sent. */
final class TraceContext {

    private TraceContext() {}

    static @Nullable String traceparent(Tracer tracer) {
        var span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
