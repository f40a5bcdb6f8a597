package org.alongside.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a real broker and the embedded store, used as its users use it. */
class ContinuumServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final String P = "4f1c2a9be07d4c55a3d8e6b1907f2c34";
    private static final String Q = "5f1c2a9be07d4c55a3d8e6b1907f2c34";

    @TempDir
    private static Path directory;

    private static KafkaProducer<String, String> producer;
    private static ConfigurableApplicationContext continuum;

    @BeforeAll
    static void start() {
        var kafka = EmbeddedBroker.open(directory.resolve("kafka"), 0, Topics.declared());
        OPEN.add(kafka);
        var store = EmbeddedStore.open(directory.resolve("store"), 0);
        OPEN.add(store);
        continuum = new SpringApplicationBuilder(ContinuumApplication.class)
                .run(
                        "--spring.config.name=continuum",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.uri() + "/alongside-continuum");
        OPEN.add(continuum);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new StringSerializer());
        OPEN.add(producer);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var open : OPEN.reversed()) {
            open.close();
        }
    }

    @Test
    void a_discharge_with_an_open_line_is_a_task_that_a_named_person_takes_and_the_story_says_so() throws Exception {
        tell("intake", 1, "patient-admitted", """
                {"patientId":"%1$s","centreId":"north","admissionId":"%1$s-a1","admittedAt":"2026-03-02T15:00:00Z",
                 "programme":"adult-iop","track":"evening-three","levelOfCare":{"edition":"3","code":"2.1"},
                 "ageBand":"26-35","consents":[]}""".formatted(P));
        tell("intake", 2, "patient-discharged", """
                {"patientId":"%1$s","centreId":"north","admissionId":"%1$s-a1","dischargedAt":"%2$s",
                 "disposition":"completed"}""".formatted(P, Instant.now()));
        await().atMost(Duration.ofSeconds(60)).until(() -> tasks("open", P).size() == 1);
        var task = tasks("open", P).getFirst();
        assertThat(task.get("reason").asString()).isEqualTo("sudden-discharge");
        assertThat(task.at("/assignee/name").asString()).isNotBlank();

        var request = ask("GET", "/journeys/" + P, null)
                .body()
                .at("/episodes/0/handoff/lines/0/requestId")
                .asString();
        tell("groups", 1, "seat-reserved", """
                {"patientId":"%1$s","centreId":"north","admissionId":"%1$s-a1","seatId":"%1$s-s1","groupId":"alumni-1",
                 "phase":"alumni","firstSessionAt":"%3$s","requestId":"%2$s"}""".formatted(
                        P, request, Instant.now().plus(Duration.ofDays(3))));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "secured"
                        .equals(ask("GET", "/journeys/" + P, null)
                                .body()
                                .at("/episodes/0/handoff/lines/0/state")
                                .asString("")));

        var path = "/journeys/" + P + "/tasks/" + task.get("taskId").asString();
        var by = task.at("/assignee/staffId").asString();
        refused(
                422,
                "unknown-staff",
                "by",
                ask("POST", path + "/attempts", "{\"outcome\":\"reached\",\"by\":\"CANARY\"}"));
        refused(
                422,
                "unknown-code",
                "outcome",
                ask("POST", path + "/closure", "{\"outcome\":\"CANARY\",\"by\":\"" + by + "\"}"));
        refused(400, "unknown-field", "", ask("POST", path + "/closure", "{\"CANARY\":\"x\"}"));
        var tried = "{\"outcome\":\"no-answer\",\"by\":\"" + by + "\"}";
        ask("POST", path + "/attempts", tried, "Idempotency-Key", "a1");
        var again = ask("POST", path + "/attempts", tried, "Idempotency-Key", "a1");
        assertThat(again.body().get("attempts")).hasSize(1);
        assertThat(ask("POST", path + "/closure", "{\"outcome\":\"declined\",\"by\":\"" + by + "\"}")
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("closed");

        var story = ask("GET", "/journeys/" + P, null);
        assertThat(story.etag()).matches("\"\\d+\"");
        assertThat(story.body().get("phase").asString()).isEqualTo("declined");
        assertThat(story.body().get("story")).hasSizeGreaterThan(4);
        assertThat(ask("GET", "/journeys/" + P + "/why", null).body().get("lines"))
                .hasSize(4);
        assertThat(ask("GET", "/journeys?phase=declined", null).body().get("items"))
                .hasSize(1);
        assertThat(tasks("closed", P)).hasSize(1);
        var summary = ask("GET", "/summary", null).body();
        assertThat(summary.get("discharged").asInt()).isPositive();
        assertThat(summary.at("/handoffs/started").asInt()).isOne();
    }

    @Test
    void what_waited_in_a_parked_lane_is_decided_about_when_the_lane_flows_again() throws Exception {
        var stay = """
                {"patientId":"%1$s","centreId":"north","admissionId":"%1$s-a1",%2$s}""";
        tell(Q, "intake", 1, "patient-admitted", stay.formatted(Q, "\"admittedAt\":\"2026-03-02T15:00:00Z\""));
        tell(Q, "intake", 2, "level-of-care-changed", "{");
        tell(
                Q,
                "intake",
                3,
                "patient-discharged",
                stay.formatted(Q, "\"dischargedAt\":\"2026-03-03T15:00:00Z\",\"disposition\":\"against-advice\""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> parked().path("count").asInt() == 2);
        assertThat(tasks("open", Q))
                .extracting(task -> task.get("reason").asString())
                .containsExactly("lane-parked");

        var skip = "{\"record\":\"%s\",\"reason\":\"malformed\",\"by\":\"coordinator-1\"}"
                .formatted(parked().get("first").asString());
        assertThat(ask("POST", "/parked/intake/" + Q + "/skip", skip).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> tasks("open", Q).stream()
                        .anyMatch(task -> task.get("reason").asString().equals("left-against-advice")));
    }

    private static JsonNode parked() throws Exception {
        return ask("GET", "/parked", null).body().path("lanes").path(0);
    }

    @Test
    void a_refusal_names_the_rule_and_the_field() throws Exception {
        var answer = "/journeys/CANARY/check-ins/k/answer";
        refused(404, "unknown-journey", "patientId", ask("GET", "/journeys/CANARY", null));
        refused(404, "unknown-journey", "patientId", ask("POST", answer, "{\"doing\":\"used\"}"));
        refused(422, "unknown-code", "doing", ask("POST", answer, "{\"doing\":\"CANARY\"}"));
        refused(422, "invalid-field", "doing", ask("POST", answer, "{\"doing\":\"\"}"));
        refused(400, "malformed-json", "", ask("POST", answer, "{"));
        refused(422, "unknown-code", "phase", ask("GET", "/journeys?phase=CANARY", null));
        refused(422, "unknown-code", "state", ask("GET", "/tasks?state=CANARY", null));
        refused(422, "unknown-staff", "assignee", ask("GET", "/tasks?assignee=CANARY", null));
        refused(422, "unknown-cursor", "after", ask("GET", "/tasks?after=CANARY", null));
        refused(422, "invalid-parameter", "limit", ask("GET", "/tasks?limit=0", null));
        var help = ask("POST", "/journeys/x/check-ins/k/answer", "{\"doing\":\"not-safe\"}");
        assertThat(help.body().get("detail").asString()).contains("988");
    }

    @Test
    void the_api_is_described() throws Exception {
        var api = ask("GET", "/v3/api-docs", null).body();
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames()).contains("/journeys/{patientId}", "/tasks", "/summary");
    }

    private static List<JsonNode> tasks(String state, String patientId) throws Exception {
        return ask("GET", "/tasks?state=" + state, null)
                .body()
                .get("items")
                .valueStream()
                .filter(task -> task.path("patientId").asString("").equals(patientId))
                .toList();
    }

    private static void tell(String source, long sequence, String type, String data) throws Exception {
        tell(P, source, sequence, type, data);
    }

    private static void tell(String patientId, String source, long sequence, String type, String data)
            throws Exception {
        var record = new ProducerRecord<>("alongside." + source, patientId, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", source + sequence,
                        "ce_source", "/alongside/" + source,
                        "ce_type", "org.alongside." + source + "." + type,
                        "ce_subject", "patient/" + patientId,
                        "ce_sequence", "" + sequence,
                        "ce_time", "2026-03-02T15:00:00Z",
                        "ce_dataschema", "urn:alongside:" + source + ":" + type + ":1.0.0",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private static void refused(int status, String rule, String field, Answer answer) {
        assertThat(answer.body().path("rule").asString("")).isEqualTo(rule);
        assertThat(answer.status()).as(rule).isEqualTo(status);
        assertThat(answer.body().path("field").asString("")).as(rule).isEqualTo(field);
        assertThat(answer.body().toString()).doesNotContain("CANARY");
    }

    private record Answer(int status, String etag, JsonNode body) {}

    private static Answer ask(String method, String path, String body, String... headers) throws Exception {
        int port = ((WebServerApplicationContext) continuum).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), JSON.readTree(answer.body()));
    }
}
