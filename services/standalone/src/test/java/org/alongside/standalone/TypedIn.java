package org.alongside.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Before each command that fits, sends it with what somebody might type about a person in each place where something can
 * be typed: texts, wrong types, unknown fields, keys of maps, ids in the path, headers, the query.
 */
final class TypedIn implements OneStay.Commanding {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** The id of what its caller creates is the caller's to choose, and is published. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]+");

    private final Asking asking;
    private final Api api;
    private final List<String> words;
    private final Set<String> tried = new HashSet<>();
    private int keys;

    TypedIn(Asking asking, Api api, List<String> words) {
        this.asking = asking;
        this.api = api;
        this.words = words;
    }

    int tried() {
        return tried.size();
    }

    @Override
    public Asking.Answer command(String service, String method, String path, @Nullable JsonNode body) {
        var operation = api.of(service, method, path).orElseThrow();
        Asking.Answer taken = null;
        if (tried.add(operation.name())) {
            taken = inAllPlaces(operation, path, body);
        }
        var good = asking.json(service, method, path, body, "Idempotency-Key", words.get(keys++ % words.size()) + keys);
        if (good.taken()) {
            return good;
        }
        if (taken != null) {
            return taken;
        }
        throw new IllegalStateException("The walk is refused: " + good + " for " + body);
    }

    void offTheWay(Api.Operation operation, Map<String, String> ids) {
        if (tried.add(operation.name())) {
            inAllPlaces(
                    operation, BadInput.path(operation, ids), operation.schema() == null ? null : operation.sample());
        }
    }

    /** The last answer that was a good one: what was typed there may be typed there. */
    private Asking.@Nullable Answer inAllPlaces(Api.Operation operation, String path, @Nullable JsonNode body) {
        var answers = new ArrayList<Asking.Answer>();
        for (var word : words) {
            for (var bytes : bodies(operation, body, word)) {
                answers.add(asking.ask(operation.service(), operation.method(), path, Asking.JSON, bytes));
            }
            around(operation, path, body, word, answers);
        }
        return answers.stream()
                .filter(Asking.Answer::taken)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private List<byte[]> bodies(Api.Operation operation, @Nullable JsonNode body, String word) {
        var bodies = new ArrayList<byte[]>();
        if (body == null || operation.schema() == null) {
            return bodies;
        }
        Spoiling.of(operation, body, word).forEach(spoilt -> bodies.add(spoilt.body()));
        var copy = body.deepCopy();
        typed(copy, copy, word, bodies);
        return bodies;
    }

    /** Each text in turn, and each object with a key of its own. */
    private static void typed(JsonNode whole, JsonNode here, String word, List<byte[]> bodies) {
        switch (here) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    var value = object.get(name);
                    if (value.isString()) {
                        object.put(name, word);
                        bodies.add(JSON.writeValueAsBytes(whole));
                        object.set(name, value);
                    } else {
                        typed(whole, value, word, bodies);
                    }
                }
                object.put(word, "2028-01-01");
                bodies.add(JSON.writeValueAsBytes(whole));
                object.remove(word);
            }
            case ArrayNode array -> {
                array.add(word);
                bodies.add(JSON.writeValueAsBytes(whole));
                array.remove(array.size() - 1);
                List.copyOf(array.values()).forEach(one -> typed(whole, one, word, bodies));
            }
            default -> {}
        }
    }

    private void around(
            Api.Operation operation, String path, @Nullable JsonNode body, String word, List<Asking.Answer> answers) {
        var service = operation.service();
        var method = operation.method();
        var type = "text/" + word.replaceAll("[^A-Za-z0-9]", "-");
        answers.add(asking.json(service, method, path, body, "If-Match", word));
        answers.add(asking.json(service, method, path, body, "Idempotency-Key", word.repeat(30)));
        answers.add(asking.ask(service, method, path, type, Asking.utf8(word)));
        answers.add(asking.ask(service, method, path, Asking.JSON, Asking.utf8(word)));
        for (var elsewhere : paths(operation, path, word)) {
            if (!elsewhere.equals(path)) {
                if (!BadInput.CREATING.contains(method + " " + operation.template())
                        || !CODE.matcher(word).matches()) {
                    asking.json(service, method, elsewhere, body);
                }
                asking.get(service, elsewhere + "?name=" + encoded(word));
            }
        }
    }

    /** The path with the word in the place of each of its variables. */
    static List<String> paths(Api.Operation operation, String path, String word) {
        var paths = new ArrayList<String>();
        var matcher = Pattern.compile(operation.template().replaceAll("\\{[^}]+}", "([^/]+)"))
                .matcher(path);
        if (matcher.matches()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                paths.add(path.substring(0, matcher.start(group)) + encoded(word) + path.substring(matcher.end(group)));
            }
        }
        return paths;
    }

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
