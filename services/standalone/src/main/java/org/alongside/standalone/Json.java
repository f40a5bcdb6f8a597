package org.alongside.standalone;

import tools.jackson.databind.json.JsonMapper;

/** JSON for the few things the standalone itself says. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
