package org.alongside.contracts;

import tools.jackson.databind.JsonNode;

/** What a pointer into the payload meets in a schema. */
enum Pointing {
    REQUIRED,
    OPTIONAL,
    NOTHING;

    /** Required only if every step on the way is; an item of a list counts as there, because an empty list is no surprise. */
    static Pointing at(JsonNode schema, String pointer) {
        if (!pointer.startsWith("/")) {
            return NOTHING;
        }
        var found = REQUIRED;
        var here = schema;
        for (var step : pointer.substring(1).split("/")) {
            if (step.equals("*")) {
                here = here.path("items");
            } else {
                if (!requires(here, step)) {
                    found = OPTIONAL;
                }
                here = here.path("properties").path(step);
            }
            if (here.isMissingNode()) {
                return NOTHING;
            }
        }
        return found;
    }

    private static boolean requires(JsonNode schema, String property) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }
}
