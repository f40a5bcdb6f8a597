package org.alongside.contracts;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One property of a schema, however deep.
 *
 * @param pointer where it is in the payload, {@code *} standing for each item of a list
 */
record Property(String pointer, String name, JsonNode schema) {

    static Stream<Property> of(JsonNode schema) {
        return below("", schema);
    }

    private static Stream<Property> below(String pointer, JsonNode schema) {
        var own = schema.path("properties").properties().stream().flatMap(each -> deep(pointer, each));
        var items = schema.path("items");
        return items.isMissingNode() ? own : Stream.concat(own, below(pointer + "/*", items));
    }

    private static Stream<Property> deep(String pointer, Map.Entry<String, JsonNode> entry) {
        var here = pointer + "/" + entry.getKey();
        return Stream.concat(
                Stream.of(new Property(here, entry.getKey(), entry.getValue())), below(here, entry.getValue()));
    }
}
