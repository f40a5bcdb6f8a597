package org.alongside.feeder.http;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer; of a refusal the rule and the field that it names. */
public record Reply(int status, JsonNode body) {

    public boolean done() {
        return status < 300;
    }

    public String rule() {
        return body.path("rule").asString("status-" + status);
    }

    /** What can only be a fault of whoever asks or of whoever answers; a conflict is neither. */
    public boolean faulty() {
        return status == 400 || status == 405 || status == 415 || status >= 500;
    }

    /** The rows of a list, whichever name its page gives them. */
    public List<JsonNode> rows() {
        if (body.isArray()) {
            return body.values().stream().toList();
        }
        return body.values().stream()
                .filter(JsonNode::isArray)
                .findFirst()
                .map(rows -> rows.values().stream().toList())
                .orElse(List.of());
    }
}
