package org.alongside.audit.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entry as a line of JSON, and back. */
final class Lines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Lines() {}

    static String of(Entry entry) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", entry.at().toString());
        line.put("kind", Entry.wire(entry.kind()));
        line.put("key", entry.key());
        line.put("state", Entry.wire(entry.state()));
        if (entry.patient() != null) {
            line.put("patient", entry.patient());
        }
        if (entry.reference() != null) {
            line.put("reference", entry.reference());
        }
        line.put("detail", new TreeMap<>(entry.detail()));
        return JSON.writeValueAsString(line);
    }

    static Entry read(String line) {
        var node = JSON.readTree(line);
        var detail = new TreeMap<String, String>();
        node.path("detail").forEachEntry((name, value) -> detail.put(name, value.asString("")));
        return new Entry(
                Instant.parse(node.path("at").asString()),
                Entry.Kind.valueOf(upper(node.path("kind"))),
                node.path("key").asString(),
                Entry.State.valueOf(upper(node.path("state"))),
                text(node.path("patient")),
                text(node.path("reference")),
                detail);
    }

    private static String upper(JsonNode node) {
        return node.asString().toUpperCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
