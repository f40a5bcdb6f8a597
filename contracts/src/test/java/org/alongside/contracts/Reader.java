package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What one service relies on, as JSON pointers into the payload, {@code *} standing for each item of a list.
 *
 * @param required what it reads and can rely on, because the schema requires it
 * @param optional what it reads where it is there
 */
record Reader(List<String> required, List<String> optional) {

    static Reader of(JsonNode file) {
        return new Reader(texts(file.path("required")), texts(file.path("optional")));
    }

    List<String> broken(JsonNode schema) {
        var broken = new ArrayList<String>();
        required.stream()
                .filter(pointer -> Pointing.at(schema, pointer) != Pointing.REQUIRED)
                .map(pointer -> pointer + " is not required by the schema")
                .forEach(broken::add);
        optional.stream()
                .filter(pointer -> Pointing.at(schema, pointer) != Pointing.OPTIONAL)
                .map(pointer -> pointer + " is not in the schema, or is required by it")
                .forEach(broken::add);
        return broken;
    }

    Stream<String> all() {
        return Stream.concat(required.stream(), optional.stream());
    }

    boolean names(String pointer) {
        return all().anyMatch(pointer::equals);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
