package org.alongside.audit.world;

import tools.jackson.databind.JsonNode;

/**
 * One document of a service's database.
 *
 * @param content as it is stored; instants are RFC 3339 text
 */
public record Stored(String service, String collection, String id, JsonNode content) {

    /** Documents that decide carry a version and a lane number; others only keep something. */
    public boolean hasLane() {
        return content.path("seq").isNumber() && content.path("version").isNumber();
    }

    public long seq() {
        return content.path("seq").asLong(0);
    }

    public JsonNode state() {
        return content.path("state");
    }

    public boolean waits() {
        return content.has("pending");
    }
}
