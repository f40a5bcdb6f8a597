package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.alongside.audit.Audit;
import org.alongside.audit.AuditSettings;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo promises, on the platform that it leaves standing. */
class DemoTest {

    private static DemoRun demo;
    private static JsonNode summary;

    @BeforeAll
    static void run() throws Exception {
        demo = DemoRun.get();
        assertThat(demo.data().resolve("summary.json")).as(demo.said()).exists();
        summary = JsonMapper.shared().readTree(Files.readString(demo.data().resolve("summary.json")));
    }

    @Test
    void ends_with_six_zeros() throws Exception {
        for (var count :
                new String[] {"lost", "doubled", "out-of-order", "over-booked", "double-seated", "fell-between"}) {
            assertThat(summary.at("/audit").toString()).as(demo.said()).contains("\"" + count + "\":0");
        }
        assertThat(summary.path("good").asBoolean()).as(demo.said()).isTrue();
    }

    @Test
    void enrols_at_least_sixty_people() {
        assertThat(figure("admitted")).isGreaterThanOrEqualTo(60);
    }

    @Test
    void secures_nearly_all_hand_offs_for_which_a_seat_was_free() {
        assertThat(summary.path("handOffsWithAFreeSeat").asInt()).isGreaterThan(20);
        assertThat(summary.path("securedShare").asDouble()).isGreaterThanOrEqualTo(0.95);
    }

    private static long figure(String name) {
        return summary.path("figures").values().stream()
                .filter(figure -> figure.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asLong();
    }

    @TestFactory
    Stream<DynamicTest> its_figures_are_what_http_answers_afterwards() {
        var doors = new Doors(demo.addresses()::http, Patience.USUAL);
        return summary.path("figures").values().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.path("name").asString(), () -> {
                    var service = figure.path("service").asString();
                    var path = figure.path("path").asString();
                    var at = figure.path("at").asString();
                    long now = at.startsWith("/")
                            ? doors.get(service, path).body().at(at).asLong(-1)
                            : doors.all(
                                            service,
                                            path,
                                            row -> row.path(service.equals("continuum") ? "taskId" : "patientId")
                                                    .asString())
                                    .size();
                    assertThat(now).isEqualTo(figure.path("value").asLong());
                }));
    }

    @Test
    void every_event_on_every_topic_fits_its_schema() {
        var findings = new Audit(AuditSettings.of(
                        demo.addresses().kafka(),
                        demo.addresses().mongo(),
                        demo.data().resolve("ledger.jsonl"),
                        Path.of("..", "..", "contracts", "events")))
                .run();
        assertThat(findings.faults()).as(findings.text()).isEmpty();
        assertThat(findings.read()).allSatisfy((what, amount) -> {
            if (what.startsWith("records of ")) {
                assertThat(amount).as(what).isPositive();
            }
        });
    }
}
