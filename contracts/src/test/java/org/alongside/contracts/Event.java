package org.alongside.contracts;

import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One folder of the catalogue.
 *
 * @param owner short name of the service that tells it
 * @param schemas its versions as written
 * @param examples payloads as they are on the wire, by file name
 * @param readers what each service that reads it relies on
 */
record Event(
        String owner,
        String name,
        SortedMap<Version, JsonNode> schemas,
        String changelog,
        SortedMap<String, String> examples,
        SortedMap<String, Reader> readers) {

    private static final Pattern FOR_OPERATORS = Pattern.compile("(?m)^For operators: (.+)$");

    Version latest() {
        return schemas.lastKey();
    }

    JsonNode schema() {
        return schemas.get(latest());
    }

    String path() {
        return owner + "/" + name;
    }

    /** Told although no service reads it; its changelog says for whom. */
    boolean forOperators() {
        return FOR_OPERATORS.matcher(changelog).find();
    }

    /** Nobody reads it and nobody said why it is told all the same; or both at once, which is one too many. */
    boolean orphaned() {
        return readers.isEmpty() != forOperators();
    }
}
