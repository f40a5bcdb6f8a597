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

    /** Whether whatever holds it always has it; what holds it may itself be absent. */
    static boolean alwaysInItsPlace(JsonNode schema, String pointer) {
        int last = pointer.lastIndexOf('/');
        var holder = schema;
        for (var step : pointer.substring(0, last).split("/")) {
            holder = switch (step) {
                case "" -> holder;
                case "*" -> holder.path("items");
                default -> holder.path("properties").path(step);
            };
        }
        return requires(holder, pointer.substring(last + 1));
    }

    private static boolean requires(JsonNode schema, String property) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }
}
