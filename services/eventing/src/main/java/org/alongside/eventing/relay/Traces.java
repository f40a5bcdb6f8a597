package org.alongside.eventing.relay;

import org.jspecify.annotations.Nullable;

/** Continues a trace that was interrupted by being written down. */
@FunctionalInterface
public interface Traces {

    Traces NONE = (traceparent, name, work) -> work.run();

    /**
     * Runs the work in a span of its own.
     *
     * @param traceparent W3C trace context of what asked for the work; null begins a trace
     */
    void follow(@Nullable String traceparent, String name, Runnable work);
}
