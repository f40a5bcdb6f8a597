package org.alongside.eventing.relay;

import java.time.Instant;
import org.bson.Document;

/**
 * How an outbox entry is addressed.
 *
 * @param service the short name of this service, such as {@code intake}
 */
public record Envelopes(String service) {

    Envelope of(String lane, long sequence, Document entry) {
        var type = entry.getString("type");
        return new Envelope(
                "alongside." + service,
                lane,
                entry.getString("id"),
                "/alongside/" + service,
                "org.alongside." + service + "." + type,
                "urn:alongside:" + service + ":" + type + ":" + entry.getString("dataschema"),
                entry.getString("subject"),
                sequence,
                Instant.parse(entry.getString("time")),
                entry.getString("traceparent"),
                entry.getString("data"));
    }
}
