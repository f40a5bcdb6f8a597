package org.alongside.feeder.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where everything listens, as the standalone wrote it into {@code addresses.json}. */
public record Addresses(Map<String, String> byName) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Addresses read(Path data) {
        try {
            return new Addresses(
                    JSON.readValue(Files.readString(data.resolve("addresses.json")), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("No standalone has been ready on this data yet", e);
        }
    }

    /** @param service {@code intake}, {@code mentorship}, {@code groups}, {@code continuum} or {@code control} */
    public URI http(String service) {
        return URI.create(named(service));
    }

    public String mllpHost() {
        return named("mllp").split(":")[0];
    }

    public int mllpPort() {
        return Integer.parseInt(named("mllp").split(":")[1]);
    }

    public String kafka() {
        return named("kafka");
    }

    public String mongo() {
        return named("mongo");
    }

    private String named(String name) {
        var address = byName.get(name);
        if (address == null) {
            throw new IllegalArgumentException("Nothing called " + name + " listens");
        }
        return address;
    }
}
