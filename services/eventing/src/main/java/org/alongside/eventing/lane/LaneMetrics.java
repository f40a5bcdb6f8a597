package org.alongside.eventing.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the lanes count. Tags are codes of ours; a type we do not know is never one. */
final class LaneMetrics {

    private final MeterRegistry meters;
    private final Map<String, AtomicLong> parked = new ConcurrentHashMap<>();

    LaneMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void applied(Incoming incoming) {
        meters.counter("alongside.records.applied", "source", incoming.source(), "type", incoming.type())
                .increment();
    }

    void unknown(String source) {
        meters.counter("alongside.events.unknown", "source", source).increment();
    }

    /** A record that could not be applied, or that joined those that wait. */
    void parkedRecord(String source) {
        meters.counter("alongside.records.parked", "source", source).increment();
    }

    void paused(String topic) {
        meters.counter("alongside.partitions.paused", "topic", topic).increment();
    }

    /** Lanes of this service that are parked now, whichever instance parked them. */
    void parkedLanes(String source, long count) {
        parked.computeIfAbsent(source, this::gauge).set(count);
    }

    private AtomicLong gauge(String source) {
        var value = new AtomicLong();
        Gauge.builder("alongside.lanes.parked", value, AtomicLong::get)
                .tag("source", source)
                .register(meters);
        return value;
    }
}
