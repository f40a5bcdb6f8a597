package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What one service relies on, as JSON pointers into the payload, {@code *} standing for each item of a list.
 *
 * @param required what it cannot do without
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
                .filter(pointer -> Pointing.at(schema, pointer) == Pointing.NOTHING)
                .map(pointer -> pointer + " is not in the schema")
                .forEach(broken::add);
        return broken;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
