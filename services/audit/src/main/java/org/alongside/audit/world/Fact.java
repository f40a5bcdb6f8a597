package org.alongside.audit.world;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One record of a topic, with the attributes of its envelope.
 *
 * @param service the short name of who told it, from the topic it stands on
 * @param key the record key, the id of the lane
 * @param type the wire name without the service, such as {@code patient-admitted}
 * @param schema the whole {@code ce_dataschema}
 * @param time when it was decided, by the centre's clock
 */
public record Fact(
        String service,
        int partition,
        long offset,
        String key,
        String id,
        String type,
        String schema,
        String subject,
        long sequence,
        Instant time,
        JsonNode data) {

    /** A text of the payload, or an empty one. A path such as {@code profile.version} leads into it. */
    public String text(String path) {
        var node = data;
        for (var step : path.split("\\.")) {
            node = node.path(step);
        }
        return node.asString("");
    }

    public boolean is(String... types) {
        for (var one : types) {
            if (one.equals(type)) {
                return true;
            }
        }
        return false;
    }

    public LaneKey lane() {
        return new LaneKey(service, key);
    }

    /** How a fault names the record: nothing in it identifies a person. */
    public String where() {
        return service + "/" + type + " #" + sequence + " at " + partition + ":" + offset;
    }

    /** Whose story is told: a service and the id of one of its documents. */
    public record LaneKey(String service, String id) {}
}
