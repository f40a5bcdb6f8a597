package org.alongside.eventing.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.alongside.eventing.lane.LaneListener.Reaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Applies one record: reads the envelope, maps the payload to the listener's own record, and tries a few times. */
final class Applying {

    private static final List<Duration> WAITS = List.of(Duration.ofMillis(20), Duration.ofMillis(100));

    private final JsonMapper json;
    private final LaneMetrics metrics;

    Applying(JsonMapper json, LaneMetrics metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * @throws Unapplicable when the record itself is at fault
     * @throws OutOfReach when what we run on is; the same record may succeed later
     */
    void apply(LaneListener listener, LaneRecord record) throws Unapplicable {
        var incoming = Reading.incoming(record);
        var reaction = listener.reactions().get(incoming.type());
        if (reaction != null) {
            react(reaction, incoming, record.value());
        } else if (!listener.ignores(incoming.type())) {
            metrics.unknown(listener.source());
        }
    }

    private <T> void react(Reaction<T> reaction, Incoming incoming, byte @Nullable [] value) throws Unapplicable {
        var payload = payload(reaction.reads(), incoming, value);
        for (int tried = 0; ; tried++) {
            try {
                reaction.does().accept(incoming, payload);
                metrics.applied(incoming);
                return;
            } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
                if (OutOfReach.causes(failure)) {
                    throw new OutOfReach(failure);
                }
                if (tried == WAITS.size()) {
                    throw new Unapplicable(incoming.type(), failure.getClass().getName());
                }
                LockSupport.parkNanos(WAITS.get(tried).toNanos());
            }
        }
    }

    private <T> T payload(Class<T> reads, Incoming incoming, byte @Nullable [] value) throws Unapplicable {
        if (value == null) {
            throw new Unapplicable(incoming.type(), "no value");
        }
        try {
            T payload = json.readerFor(reads)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(value);
            if (payload == null) {
                throw new Unapplicable(incoming.type(), "no value");
            }
            return payload;
        } catch (JacksonException unreadable) {
            throw new Unapplicable(incoming.type(), unreadable.getClass().getName());
        }
    }
}
