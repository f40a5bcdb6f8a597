package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
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
    void each_has_its_own_name_and_database() {
        for (var service : Service.values()) {
            var context = running.standalone().context(service);
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.application.name")).isEqualTo(service.shortName());
            assertThat(environment.getProperty("alongside.eventing.service")).isEqualTo(service.shortName());
            assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("alongside-" + service.shortName());
        }
    }

    @Test
    void each_has_a_consumer_group_of_its_own_for_each_of_the_others_it_hears() {
        var expected = Map.of(
                Service.INTAKE, Set.<String>of(),
                Service.MENTORSHIP, Set.of("intake", "continuum"),
                Service.GROUPS, Set.of("intake", "continuum"),
                Service.CONTINUUM, Set.of("intake", "mentorship", "groups"));
        var groups = expected.entrySet().stream()
                .flatMap(service -> service.getValue().stream()
                        .map(source -> service.getKey().shortName() + ".alongside." + source))
                .collect(Collectors.toSet());
        try (var admin = Admin.create(Map.of("bootstrap.servers", running.address("kafka")))) {
            await().untilAsserted(() -> assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .containsExactlyInAnyOrderElementsOf(groups));
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
    void the_clock_moves_by_no_less_than_six_hours_and_no_more_than_a_year() {
        assertThat(advance("PT1H")).isEqualTo(422);
        assertThat(advance("P367D")).isEqualTo(422);
        assertThat(advance("P400000000000D")).isEqualTo(422);
        assertThat(advance("soon")).isEqualTo(422);
        assertThat(running.get("control", "/clock").body()).contains("2026-03-02");
        assertThat(advance("PT6H")).isEqualTo(200);
    }

    private static int advance(String by) {
        return running.send("control", "POST", "/clock/advance?by=" + by, "application/json", new byte[0])
                .statusCode();
    }
}
