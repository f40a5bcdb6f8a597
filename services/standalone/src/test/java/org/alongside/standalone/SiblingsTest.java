package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.eventing.lane.LaneListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Siblings in one process are still services of their own. */
class SiblingsTest {

    private static final Path OPENAPI = Path.of("..", "..", "contracts", "openapi");

    @TempDir
    private static Path data;

    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        running = Running.on(data);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void each_has_its_own_name_database_and_consumer_groups() {
        for (var service : Service.values()) {
            var context = running.standalone().context(service);
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.application.name")).isEqualTo(service.shortName());
            assertThat(environment.getProperty("alongside.eventing.service")).isEqualTo(service.shortName());
            assertThat(environment.getProperty("spring.mongodb.uri")).endsWith("/alongside-" + service.shortName());
            assertThat(context.getBeansOfType(LaneListener.class).values())
                    .extracting(LaneListener::source)
                    .doesNotContain(service.shortName());
        }
    }

    /** Rewritten by {@code -Dcontracts.rewrite=true}, to be read before it is committed. */
    @Test
    void each_serves_what_its_openapi_says() throws Exception {
        for (var service : Service.values()) {
            var served =
                    described(running.get(service.shortName(), "/v3/api-docs").body());
            var file = OPENAPI.resolve(service.shortName() + ".json");
            if (Boolean.getBoolean("contracts.rewrite")) {
                Files.createDirectories(OPENAPI);
                Files.writeString(file, served.toPrettyString() + "\n");
            }
            assertThat(served).isEqualTo(JsonMapper.shared().readTree(Files.readString(file)));
        }
    }

    /** Without the address it happens to run at. */
    private static JsonNode described(String json) {
        var document =
                (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(json);
        document.remove("servers");
        return document;
    }

    @Test
    void the_clock_moves_by_no_less_than_six_hours() {
        assertThat(running.send("control", "POST", "/clock/advance?by=PT1H", "application/json", new byte[0])
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.send("control", "POST", "/clock/advance?by=PT6H", "application/json", new byte[0])
                        .statusCode())
                .isEqualTo(200);
    }
}
