package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a schema may change within a major version: optional properties are added, enumerations grow, and that is all. */
final class Evolution {

    /** Each has a rule of its own here, or says nothing of what fits; everything else stays as it is. */
    private static final List<String> COMPARED_APART =
            List.of("$id", "title", "description", Sensitivity.KEYWORD, "properties", "required", "enum", "items");

    private final List<String> refusals = new ArrayList<>();

    private Evolution() {}

    /** Why the change is refused, each with the place and the rule; empty if it is allowed. */
    static List<String> refusals(JsonNode before, JsonNode after) {
        var evolution = new Evolution();
        evolution.compare("", before, after);
        return evolution.refusals;
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        form(pointer, before, after);
        enumeration(pointer, before, after);
        label(pointer, before, after);
        requirements(pointer, before, after);
        before.path("properties").properties().forEach(each -> {
            var here = pointer + "/" + each.getKey();
            var kept = after.path("properties").path(each.getKey());
            if (kept.isMissingNode()) {
                refuse(here, "removed");
            } else {
                compare(here, each.getValue(), kept);
            }
        });
        if (before.has("items") && after.has("items")) {
            compare(pointer + "/*", before.path("items"), after.path("items"));
        }
    }

    private void form(String pointer, JsonNode before, JsonNode after) {
        boolean restricted = !before.has("enum") && after.has("enum");
        if (restricted
                || before.has("items") != after.has("items")
                || !rest(before).equals(rest(after))) {
            refuse(pointer, "re-typed");
        }
    }

    private static JsonNode rest(JsonNode schema) {
        return schema instanceof ObjectNode object ? object.deepCopy().remove(COMPARED_APART) : schema;
    }

    private void enumeration(String pointer, JsonNode before, JsonNode after) {
        if (before.has("enum") && !values(after, "enum").containsAll(values(before, "enum"))) {
            refuse(pointer, "shrank");
        }
    }

    private void label(String pointer, JsonNode before, JsonNode after) {
        Sensitivity.of(before).ifPresent(was -> {
            if (Sensitivity.of(after).filter(is -> is.compareTo(was) >= 0).isEmpty()) {
                refuse(pointer, "less sensitive");
            }
        });
    }

    private void requirements(String pointer, JsonNode before, JsonNode after) {
        var was = values(before, "required");
        var is = values(after, "required");
        is.stream().filter(name -> !was.contains(name)).forEach(name -> refuse(pointer + "/" + name, "newly required"));
        was.stream()
                .filter(name -> !is.contains(name))
                .forEach(name -> refuse(pointer + "/" + name, "no longer required"));
    }

    private static Set<String> values(JsonNode schema, String keyword) {
        return schema.path(keyword).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private void refuse(String pointer, String rule) {
        refusals.add(pointer + " " + rule);
    }
}
