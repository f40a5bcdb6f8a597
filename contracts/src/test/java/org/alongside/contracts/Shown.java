package org.alongside.contracts;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a payload has something where a pointer points, {@code *} standing for any item of a list. */
final class Shown {

    private Shown() {}

    static boolean in(JsonNode payload, String pointer) {
        var here = Stream.of(payload);
        for (var step : pointer.substring(1).split("/")) {
            here = here.flatMap(node -> step.equals("*") ? node.valueStream() : Stream.ofNullable(node.get(step)));
        }
        return here.findAny().isPresent();
    }
}
