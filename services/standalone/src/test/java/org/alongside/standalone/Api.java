package org.alongside.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the running services say themselves that they serve. */
final class Api {

    static final List<String> SERVICES = List.of("intake", "mentorship", "groups", "continuum");
    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final int DEEPEST = 6;

    private final List<Operation> operations = new ArrayList<>();

    /**
     * @param schema of the body in JSON, if it takes one
     * @param query names of its query parameters
     */
    record Operation(
            String service,
            String method,
            String template,
            @Nullable JsonNode schema,
            boolean bodyRequired,
            List<String> query,
            JsonNode document) {

        String name() {
            return service + " " + method + " " + template;
        }

        boolean writes() {
            return WRITES.contains(method.toLowerCase(java.util.Locale.ROOT));
        }

        boolean takesParameters() {
            return template.contains("{");
        }

        boolean serves(String path) {
            var plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
            return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), plain);
        }

        /** The schema itself where another is named. */
        JsonNode meant(JsonNode named) {
            var here = named;
            while (here.has("$ref")) {
                here = document.at(here.path("$ref").asString().substring(1));
            }
            return here;
        }

        /** A body that has every field, each of its type; whether its values are understood is another matter. */
        JsonNode sample() {
            return schema == null ? JsonMapper.shared().nullNode() : sample(schema, 0);
        }

        private JsonNode sample(JsonNode named, int deep) {
            var json = JsonMapper.shared();
            var meant = meant(named);
            if (meant.has("enum")) {
                return meant.path("enum").path(0);
            }
            return switch (type(meant)) {
                case "object" -> {
                    ObjectNode object = json.createObjectNode();
                    if (deep < DEEPEST) {
                        meant.path("properties")
                                .properties()
                                .forEach(part -> object.set(part.getKey(), sample(part.getValue(), deep + 1)));
                    }
                    yield object;
                }
                case "array" -> json.createArrayNode().add(sample(meant.path("items"), deep + 1));
                case "integer", "number" -> json.valueToTree(1);
                case "boolean" -> json.valueToTree(true);
                default ->
                    json.valueToTree(
                            switch (meant.path("format").asString("")) {
                                case "date" -> "2026-03-01";
                                case "date-time" -> "2026-03-01T12:00:00Z";
                                default -> "abc";
                            });
            };
        }
    }

    /** The type, whatever else may stand there instead. */
    static String type(JsonNode schema) {
        var type = schema.path("type");
        for (var one : type.isArray() ? type.values() : List.of(type)) {
            if (!one.asString("").equals("null")) {
                return one.asString(schema.has("properties") ? "object" : "string");
            }
        }
        return "string";
    }

    static Api of(Asking asking) {
        var api = new Api();
        SERVICES.forEach(
                service -> api.read(service, asking.get(service, "/v3/api-docs").json()));
        return api;
    }

    private void read(String service, JsonNode document) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    var says = entry.getValue();
                    var body = says.path("requestBody");
                    var schema = body.path("content").path(Asking.JSON).path("schema");
                    operations.add(new Operation(
                            service,
                            entry.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            schema.isMissingNode() ? null : schema,
                            body.path("required").asBoolean(false),
                            says.path("parameters").values().stream()
                                    .filter(one -> one.path("in").asString("").equals("query"))
                                    .map(one -> one.path("name").asString(""))
                                    .toList(),
                            document));
                }));
    }

    List<Operation> operations() {
        return operations;
    }

    List<Operation> writes() {
        return operations.stream().filter(Operation::writes).toList();
    }

    List<Operation> reads() {
        return operations.stream().filter(one -> !one.writes()).toList();
    }

    /** The operation with the fewest variables that serves this path. */
    Optional<Operation> of(String service, String method, String path) {
        return operations.stream()
                .filter(one -> one.service().equals(service) && one.method().equals(method) && one.serves(path))
                .min(java.util.Comparator.comparingInt(one -> one.template().split("\\{").length));
    }
}
