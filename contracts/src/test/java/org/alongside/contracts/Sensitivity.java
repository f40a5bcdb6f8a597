package org.alongside.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How much a property says about a person, least first. What says more than these may not be in an event at all. */
enum Sensitivity {
    /** Says nothing about a person by itself. */
    CODE,
    /** An opaque id. */
    IDENTIFIER,
    /** Says something about the person the id stands for. */
    SENSITIVE;

    static final String KEYWORD = "x-sensitivity";

    static Optional<Sensitivity> of(JsonNode property) {
        var label = property.path(KEYWORD).asString("");
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findAny();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
