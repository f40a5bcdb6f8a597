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

    public Fact.LaneKey lane() {
        return new Fact.LaneKey(service, id);
    }

    public long seq() {
        return content.path("seq").asLong(0);
    }

    public JsonNode state() {
        return content.path("state");
    }

    /** A lane that it listens to is parked: until staff have looked, nothing is decided about it. */
    public boolean frozen() {
        return !content.path("frozen").isEmpty();
    }

    public boolean waits() {
        return content.has("pending");
    }
}
