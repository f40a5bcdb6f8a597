package org.alongside.eventing.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to the broker: CloudEvents 1.0 attributes and the JSON payload.
 *
 * @param key the lane's id, which is the record key
 * @param sequence the number within the lane, rising, gaps legal
 * @param time when it was decided, by the clock of the decision; the record's own timestamp is real time
 */
public record Envelope(
        String topic,
        String key,
        String id,
        String source,
        String type,
        String dataschema,
        String subject,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        String data) {}
