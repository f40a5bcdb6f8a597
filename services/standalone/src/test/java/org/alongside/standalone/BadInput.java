package org.alongside.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Before each command that fits, sends everything that is wrong with it, and keeps what was not refused as it should be. */
final class BadInput implements OneStay.Commanding {

    static final String WORD = "Wxq7Echo93";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OVERSIZED = 300 * 1024;
    private static final int LONGEST_KEY = 200;
    /** What an unknown id creates, it is the id of. */
    static final Set<String> CREATING = Set.of("PUT /mentors/{mentorId}", "PUT /groups/{groupId}");

    private final Running platform;
    private final Asking asking;
    private final Api api;
    private final Map<String, Sent> walked = new LinkedHashMap<>();
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();
    private int keys;

    record Sent(
            Api.Operation operation, String path, @Nullable JsonNode body) {}

    BadInput(Running platform, Asking asking, Api api) {
        this.platform = platform;
        this.asking = asking;
        this.api = api;
    }

    /** What was not refused as it should be since this was asked the last time. */
    List<String> faults() {
        var all = List.copyOf(faults);
        faults.clear();
        return all;
    }

    Map<String, Integer> tried() {
        return tried;
    }

    Map<String, Sent> walked() {
        return walked;
    }

    /** The first time that an operation is used it is tried thoroughly. */
    @Override
    public Asking.Answer command(String service, String method, String path, @Nullable JsonNode body) {
        var operation = api.of(service, method, path).orElseThrow();
        boolean first = walked.put(operation.name(), new Sent(operation, path, body)) == null;
        if (first) {
            changingNothing(operation.name(), () -> {
                spoilt(operation, path, body == null ? JSON.createObjectNode() : body);
                around(operation, path, body);
                nobody(operation, body);
            });
        }
        var key = "walk-" + keys++;
        var answer = asking.json(service, method, path, body, "Idempotency-Key", key);
        if (!answer.taken()) {
            throw new IllegalStateException("The walk is refused: " + answer + " for " + body);
        }
        if (first) {
            changingNothing(operation.name() + " again", () -> again(operation, path, body, key, answer));
        }
        return answer;
    }

    private void changingNothing(String what, Runnable tries) {
        settle();
        var before = Versions.in(platform.standalone());
        tries.run();
        settle();
        Versions.in(platform.standalone()).changedSince(before).forEach(name -> faults.add(what + " changed " + name));
    }

    private void settle() {
        platform.standalone().quiet().await(java.time.Duration.ofSeconds(30));
    }

    /** An operation that is not on the way: by its schema alone. */
    void offTheWay(Api.Operation operation, Map<String, String> ids) {
        var path = path(operation, ids);
        changingNothing(operation.name(), () -> {
            spoilt(operation, path, operation.sample());
            around(operation, path, operation.schema() == null ? null : operation.sample());
        });
    }

    static String path(Api.Operation operation, Map<String, String> ids) {
        var path = operation.template();
        for (var name : names(path)) {
            path = path.replace(
                    "{" + name + "}", ids.getOrDefault(name, name.equals("date") ? "2026-03-03" : "nobody-0"));
        }
        return path;
    }

    private static List<String> names(String template) {
        return java.util.regex.Pattern.compile("\\{([^}]+)}")
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private void spoilt(Api.Operation operation, String path, JsonNode good) {
        if (operation.schema() == null) {
            return;
        }
        for (var spoilt : Spoiling.of(operation, good, WORD)) {
            var answer = asking.ask(operation.service(), operation.method(), path, Asking.JSON, spoilt.body());
            refused("bodies", spoilt.what(), spoilt.field(), answer);
        }
    }

    private void around(Api.Operation operation, String path, @Nullable JsonNode body) {
        var service = operation.service();
        var method = operation.method();
        var large = Asking.utf8("{\"large\":\"" + "x".repeat(OVERSIZED) + "\"}");
        refused("oversized", "oversized", null, asking.ask(service, method, path, Asking.JSON, large));
        if (operation.schema() != null && body != null) {
            for (var type :
                    List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "a/" + WORD)) {
                var answer = asking.ask(service, method, path, type, JSON.writeValueAsBytes(body));
                refused("content types", type, null, answer);
            }
        }
        if (path.startsWith("/parked") || path.equals("/visits/lookup") || path.equals("/adt")) {
            return; // neither a command of a document nor of a version
        }
        for (var match : List.of(WORD, "\"1", "1", "\"-1\"", "\"1\", \"2\"", "\"" + "9".repeat(40) + "\"")) {
            refused(
                    "If-Match",
                    "If-Match " + match,
                    "If-Match",
                    asking.json(service, method, path, body, "If-Match", match));
        }
        refused("If-Match", "stale", null, asking.json(service, method, path, body, "If-Match", "\"999999\""));
        for (var key : List.of("k".repeat(LONGEST_KEY + 1), " ", WORD.repeat(100))) {
            refused(
                    "Idempotency-Key",
                    "a key of " + key.length(),
                    "Idempotency-Key",
                    asking.json(service, method, path, body, "Idempotency-Key", key));
        }
    }

    private void nobody(Api.Operation operation, @Nullable JsonNode body) {
        if (!operation.takesParameters() || CREATING.contains(operation.method() + " " + operation.template())) {
            return;
        }
        var answer = asking.json(operation.service(), operation.method(), path(operation, Map.of()), body);
        refused("unknown ids", "nobody-0", null, answer);
        if (answer.status() != 404 || !answer.rule().startsWith("unknown-")) {
            faults.add("an unknown id is no 404 with unknown-…: " + answer);
        }
    }

    private void again(
            Api.Operation operation, String path, @Nullable JsonNode body, String key, Asking.Answer before) {
        if (operation.template().equals("/visits/lookup")) {
            return;
        }
        count("repeated");
        var same = asking.json(operation.service(), operation.method(), path, body, "Idempotency-Key", key);
        if (same.status() != before.status()) {
            faults.add("the same again is answered otherwise: " + same + ", not " + before.status());
        }
        if (body == null) {
            return;
        }
        var other = Asking.utf8(JSON.writeValueAsString(body) + " ");
        var answer =
                asking.ask(operation.service(), operation.method(), path, Asking.JSON, other, "Idempotency-Key", key);
        refused("Idempotency-Key", "another body", null, answer);
        if (answer.taken() || !answer.rule().contains("key")) {
            faults.add("a key's second body is refused by another rule: " + answer);
        }
    }

    /** @param field that the answer has to name, if it is one field's fault */
    void refused(String kind, String what, @Nullable String field, Asking.Answer answer) {
        count(kind);
        if (!answer.isProblem()) {
            faults.add("no problem detail with a rule for " + what + ": " + answer);
        } else if (field != null && !named(field, answer.field())) {
            faults.add("the field is not named for " + what + ": " + answer);
        }
        if (answer.body().contains(WORD)) {
            faults.add("echoes what was sent for " + what + ": " + answer);
        }
    }

    private static boolean named(String field, String answered) {
        return new ArrayList<>(List.of(answered.split(","))).stream().anyMatch(one -> one.startsWith(field));
    }

    /** An answer that may also be a good one, but no fault of ours. */
    void handled(String kind, Asking.Answer answer) {
        count(kind);
        if (answer.status() >= 400 && !answer.isProblem()) {
            faults.add("no problem detail with a rule: " + answer);
        }
        if (answer.status() >= 400 && answer.body().contains(WORD)) {
            faults.add("echoes what was sent: " + answer);
        }
    }

    private void count(String kind) {
        tried.merge(kind, 1, Integer::sum);
    }

    void fault(String what) {
        faults.add(what);
    }
}
