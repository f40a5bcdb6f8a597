package org.alongside.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that can be wrong with a body, one thing at a time, by its schema. */
final class Spoiling {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PRIVILEGED =
            List.of("version", "seq", "outbox", "owed", "patientId", "_id", "_class", "state");

    private final Api.Operation operation;
    private final JsonNode good;
    private final String word;
    private final List<Spoilt> all = new ArrayList<>();

    /** @param field that the refusal has to name, or null where none is at fault */
    record Spoilt(String what, @Nullable String field, byte[] body) {}

    private Spoiling(Api.Operation operation, JsonNode good, String word) {
        this.operation = operation;
        this.good = good;
        this.word = word;
    }

    /** @param word what stands wherever a wrong value is a word; nobody may say it again */
    static List<Spoilt> of(Api.Operation operation, JsonNode good, String word) {
        var spoiling = new Spoiling(operation, good, word);
        spoiling.wholes();
        if (operation.schema() != null) {
            spoiling.parts(operation.schema(), "", List.of());
        }
        return spoiling.all;
    }

    private void wholes() {
        add("malformed", null, "{\"" + word + "\": ");
        add("no JSON at all", null, word);
        add("an array", null, "[\"" + word + "\"]");
        add("a word", null, "\"" + word + "\"");
        if (operation.bodyRequired()) {
            add("nothing", null, "");
            add("null", null, "null");
        }
        if (good instanceof ObjectNode) {
            spoil("an unknown field", null, List.of(), body -> body.put(word, word));
            for (var name : PRIVILEGED) {
                if (!operation.meant(operation.schema()).path("properties").has(name)) {
                    spoil("the field " + name, name, List.of(), body -> body.put(name, 7));
                }
            }
        }
    }

    private void parts(JsonNode named, String prefix, List<Object> way) {
        var schema = operation.meant(named);
        var required = schema.path("required").values().stream()
                .map(JsonNode::asString)
                .toList();
        for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
            var field = prefix.isEmpty() ? part.getKey() : prefix + "." + part.getKey();
            var meant = operation.meant(part.getValue());
            for (var wrong : wrong(meant)) {
                spoil(field + " is " + wrong, field, way, body -> body.set(part.getKey(), wrong));
            }
            if (required.contains(part.getKey())) {
                spoil(field + " is null", field, way, body -> body.putNull(part.getKey()));
                spoil(field + " is missing", field, way, body -> body.remove(part.getKey()));
            }
            var here = new ArrayList<>(way);
            here.add(part.getKey());
            if (meant.has("properties")) {
                parts(meant, field, here);
            } else if (Api.type(meant).equals("array")) {
                elements(meant, field, way, here, part.getKey());
            }
        }
    }

    private void elements(JsonNode meant, String field, List<Object> way, List<Object> here, String name) {
        var item = operation.meant(meant.path("items"));
        for (var wrong : wrong(item)) {
            spoil(
                    field + "[0] is " + wrong,
                    field,
                    way,
                    body -> body.putArray(name).add(wrong));
        }
        spoil(field + "[0] is null", field, way, body -> body.putArray(name).addNull());
        if (item.has("properties")
                && at(good.deepCopy(), here) != null
                && at(good, here).has(0)) {
            var first = new ArrayList<>(here);
            first.add(0);
            parts(item, field + "[0]", first);
        }
    }

    private List<JsonNode> wrong(JsonNode meant) {
        List<JsonNode> wrong = new ArrayList<>();
        var type = Api.type(meant);
        if (!type.equals("array")) {
            wrong.add(JSON.createArrayNode().add(word));
        }
        if (!type.equals("object")) {
            wrong.add(JSON.createObjectNode().put(word, word));
        }
        if (!type.equals("integer") && !type.equals("number")) {
            wrong.add(JSON.valueToTree(4711));
        }
        if (!type.equals("boolean")) {
            wrong.add(JSON.valueToTree(true));
        }
        if (!type.equals("string") || meant.has("format") || meant.has("enum")) {
            wrong.add(JSON.valueToTree(word));
            wrong.add(JSON.valueToTree("4711"));
            wrong.add(JSON.valueToTree("2026-02-31"));
        }
        if (meant.path("format").asString("").equals("date-time")) {
            wrong.add(JSON.valueToTree("+300000000-01-01T00:00:00Z"));
        }
        if (type.equals("integer")) {
            wrong.add(JSON.valueToTree(1.5));
            wrong.add(JSON.valueToTree(99_999_999_999L));
        }
        return wrong;
    }

    private void spoil(String what, @Nullable String field, List<Object> way, Consumer<ObjectNode> change) {
        var copy = good.deepCopy();
        if (at(copy, way) instanceof ObjectNode body) {
            change.accept(body);
            add(what, field, JSON.writeValueAsString(copy));
        }
    }

    private static @Nullable JsonNode at(JsonNode from, List<Object> way) {
        JsonNode here = from;
        for (var step : way) {
            here = step instanceof Integer index ? here.path(index) : here.path((String) step);
        }
        return here.isMissingNode() ? null : here;
    }

    private void add(String what, @Nullable String field, String body) {
        all.add(new Spoilt(what, field, Asking.utf8(body)));
    }
}
