package org.alongside.groups;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.contracts.Contracts;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a real broker and the embedded store, used as its users use it. */
class GroupsServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final String P = "4f1c2a9be07d4c55a3d8e6b1907f2c34";
    private static final String GROUP = """
            {"centreId":"riverside","name":"Mid-week","phase":"iop","days":["wednesday"],"from":"17:00","to":"18:00",
             "zone":"America/New_York","audience":[],"pathways":["smart"],"languages":["en"],"modality":"in-person",
             "capacity":10,"facilitators":["facilitator-1"],"staffLed":true,"startsOn":"2020-01-01"}
            """;

    @TempDir
    private static Path directory;

    private static String brokers;
    private static KafkaProducer<String, String> producer;
    private static ConfigurableApplicationContext groups;

    @BeforeAll
    static void start() {
        var kafka = EmbeddedBroker.open(directory.resolve("kafka"), 0, Topics.declared());
        OPEN.add(kafka);
        brokers = kafka.bootstrapServers();
        var store = EmbeddedStore.open(directory.resolve("store"), 0);
        OPEN.add(store);
        groups = new SpringApplicationBuilder(GroupsApplication.class)
                .run(
                        "--spring.config.name=groups",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + brokers,
                        "--spring.mongodb.uri=" + store.uri() + "/alongside-groups");
        OPEN.add(groups);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer());
        OPEN.add(producer);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var open : OPEN.reversed()) {
            open.close();
        }
    }

    @Test
    void a_person_is_seated_attends_and_is_told_of_a_session_that_falls_out() throws Exception {
        assertThat(ask("PUT", "/groups/mid-week", GROUP).status()).isEqualTo(200);
        ask(
                "PUT",
                "/groups/alumni-night",
                GROUP.replace("\"iop\"", "\"alumni\"")
                        .replace("wednesday", "friday")
                        .replace("\"capacity\":10,", ""));
        tell("intake", 1, "patient-admitted", admission());
        tell("continuum", 1, "alumni-seat-requested", request());
        await().atMost(Duration.ofSeconds(30)).until(() -> held() == 2);

        var person = ask("GET", "/participants/" + P, null);
        assertThat(person.etag()).matches("\"\\d+\"");
        assertThat(ask("GET", "/participants?state=seated", null).body()).hasSize(1);
        assertThat(ask("GET", "/participants?state=waiting", null).body()).isEmpty();
        for (var group : List.of("mid-week", "alumni-night")) {
            assertThat(ask("GET", "/groups/" + group, null).body().path("taken").asInt())
                    .as(group)
                    .isEqualTo(1);
        }
        assertThat(ask("GET", "/participants/" + P + "/why", null)
                        .body()
                        .at("/needs/0/ranked/0/groupId")
                        .asString())
                .isIn("mid-week", "alumni-night");

        var next = ask("GET", "/groups/mid-week/sessions", null).body();
        assertThat(next).hasSizeGreaterThanOrEqualTo(4);
        var date = next.get(1).get("date").asString();
        assertThat(ask("GET", "/groups/mid-week/sessions/" + date + "/roster", null)
                        .body()
                        .at("/participants/0/patientId")
                        .asString())
                .isEqualTo(P);
        refused(
                409,
                "session-not-held-yet",
                ask("POST", "/groups/mid-week/sessions/" + date + "/attendance", "{\"present\":[\"" + P + "\"]}"));
        assertThat(ask(
                                "POST",
                                "/groups/mid-week/sessions/" + date + "/cancellation",
                                "{\"reason\":\"facilitator-ill\"}")
                        .body()
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> told("session-missed-by-group") == 1);

        int first = person.body().at("/seats/0/groupId").asString().equals("mid-week") ? 0 : 1;
        var seat = person.body().at("/seats/" + first + "/seatId").asString();
        var released = ask("POST", "/participants/" + P + "/seats/" + seat + "/release", "{}", "Idempotency-Key", "k1");
        assertThat(released.status()).isEqualTo(200);
        assertThat(ask("POST", "/participants/" + P + "/seats/" + seat + "/release", "{}", "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(200);
        var given = ask("POST", "/participants/" + P + "/seats", "{\"groupId\":\"mid-week\"}");
        assertThat(given.status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> held() == 2);
        everythingToldIsAsAgreed();
    }

    private static void everythingToldIsAsAgreed() {
        var contracts = Contracts.load();
        var records = records();
        assertThat(records).isNotEmpty();
        for (var record : records) {
            var schema = new String(record.headers().lastHeader("ce_dataschema").value(), StandardCharsets.UTF_8);
            assertThat(contracts.violations(schema, record.value())).as(schema).isEmpty();
        }
    }

    private static long told(String type) {
        return records().stream()
                .filter(record -> new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                        .endsWith("groups." + type))
                .count();
    }

    private static List<org.apache.kafka.clients.consumer.ConsumerRecord<String, String>> records() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("alongside.groups").stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            var records = new ArrayList<org.apache.kafka.clients.consumer.ConsumerRecord<String, String>>();
            while (records.size() < wanted) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    404 | unknown-participant | GET  | /participants/nobody              |
                    404 | unknown-participant | GET  | /participants/nobody/why          |
                    404 | unknown-participant | POST | /participants/nobody/seats        | {"groupId":"nowhere"}
                    422 | missing             | POST | /participants/nobody/seats        | {}
                    422 | unknown-code        | POST | /participants/nobody/seats/s/release | {"reason":"canary-left"}
                    404 | unknown-participant | POST | /participants/nobody/seats/s/release | {"reason":"left"}
                    422 | unknown-code        | POST | /groups/nowhere/sessions/2026-03-04/cancellation | {"reason":"canary-ill"}
                    422 | unknown-state       | GET  | /participants?state=CANARY        |
                    404 | unknown-group       | GET  | /groups/nowhere                   |
                    404 | unknown-group       | GET  | /groups/nowhere/sessions          |
                    404 | unknown-group       | POST | /groups/nowhere/sessions/2026-03-04/cancellation | {}
                    422 | unreadable-date     | POST | /groups/nowhere/sessions/someday/cancellation | {}
                    422 | impossible-date     | POST | /groups/nowhere/sessions/%2B999999999-12-30/cancellation | {}
                    400 | unknown-field       | PUT  | /groups/mid-day                   | {"owner":"CANARY"}
                    422 | unknown-phase       | PUT  | /groups/mid-day | {"phase":"CANARY","days":["monday"],"from":"10:00","to":"11:00","zone":"UTC"}
                    422 | unknown-day         | PUT  | /groups/mid-day | {"phase":"iop","days":["CANARY"],"from":"10:00","to":"11:00","zone":"UTC"}
                    422 | unreadable-time     | PUT  | /groups/mid-day | {"phase":"iop","days":["monday"],"from":"25:00","to":"11:00","zone":"UTC"}
                    422 | ends-before-it-starts | PUT | /groups/mid-day | {"phase":"iop","days":["monday"],"from":"12:00","to":"11:00","zone":"UTC"}
                    422 | unknown-zone        | PUT  | /groups/mid-day | {"phase":"iop","days":["monday"],"from":"10:00","to":"11:00","zone":"CANARY"}
                    422 | impossible-capacity | PUT  | /groups/mid-day | {"phase":"iop","days":["monday"],"from":"10:00","to":"11:00","zone":"UTC","capacity":0}
                    422 | unreadable-id       | PUT  | /groups/No-Such | {"phase":"iop","days":["monday"],"from":"10:00","to":"11:00","zone":"UTC"}
                    """)
    void a_refusal_names_the_rule(int status, String rule, String method, String path, String body) throws Exception {
        var refused = ask(method, path, body);
        refused(status, rule, refused);
        assertThat(refused.body().toString()).doesNotContainIgnoringCase("CANARY");
    }

    @Test
    void a_session_keeps_the_zone_of_its_time() throws Exception {
        ask("PUT", "/groups/moves-abroad", GROUP);
        ask("PUT", "/groups/moves-abroad", GROUP.replace("America/New_York", "Europe/Berlin"));
        var today = LocalDate.now(ZoneOffset.UTC);
        var path = "/groups/moves-abroad/sessions?from=%s&to=%s".formatted(today.minusDays(20), today.plusDays(20));
        var sessions = ask("GET", path, null).body();
        assertThat(sessions.path(0).path("zone").asString()).isEqualTo("America/New_York");
        assertThat(sessions.path(sessions.size() - 1).path("zone").asString()).isEqualTo("Europe/Berlin");
    }

    @Test
    void a_reason_that_is_none_is_refused_with_those_there_are() throws Exception {
        var refused = ask("POST", "/participants/nobody/seats/s/release", "{\"reason\":\"tired\"}");
        assertThat(refused.body().path("field").asString()).isEqualTo("reason");
        assertThat(refused.body().path("detail").asString())
                .contains("left, moved-away, no-time, no-fit, staff-decision, other");
    }

    @Test
    void a_page_has_a_size_that_makes_sense() throws Exception {
        assertThat(ask("GET", "/groups?limit=0", null).status()).isBetween(400, 422);
        assertThat(ask("GET", "/participants?limit=CANARY", null).status()).isBetween(400, 422);
    }

    @Test
    void whoever_is_expected_back_keeps_the_place_for_a_while() {
        var settings = groups.getBean(GroupsSettings.class);
        assertThat(settings.overlapAfter("hospital")).isEqualTo(14);
        assertThat(settings.overlapAfter("jail")).isEqualTo(14);
    }

    @Test
    void the_api_is_described() throws Exception {
        var api = ask("GET", "/v3/api-docs", null).body();
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames())
                .contains("/groups/{groupId}", "/participants/{patientId}/why", "/groups/{groupId}/sessions");
    }

    private static long held() throws Exception {
        long held = 0;
        for (var seat : ask("GET", "/participants/" + P, null).body().path("seats")) {
            held += "held".equals(seat.get("state").asString()) ? 1 : 0;
        }
        return held;
    }

    private static String admission() {
        return """
            {"patientId":"%s","centreId":"riverside","admissionId":"%s-a1","admittedAt":"%s","programme":"iop",
             "track":"evening","levelOfCare":{"edition":"3","code":"2.1"},"ageBand":"26-35","consents":[],
             "profile":{"version":1,"pathways":["smart"],"groupAgreement":true,"modality":"either",
                        "availability":[{"days":["wednesday"],"from":"16:00","to":"20:00","zone":"America/New_York"}]}}
            """.formatted(P, P, Instant.now().toString());
    }

    private static String request() {
        return "{\"patientId\":\"%s\",\"centreId\":\"riverside\",\"admissionId\":\"%s-a1\",\"requestId\":\"%s-r1\",\"by\":\"2030-01-01T00:00:00Z\"}"
                .formatted(P, P, P);
    }

    private static void tell(String source, long sequence, String type, String json) throws Exception {
        var record = new ProducerRecord<>("alongside." + source, P, json);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", source + "-" + sequence,
                        "ce_source", "/alongside/" + source,
                        "ce_type", "org.alongside." + source + "." + type,
                        "ce_subject", "patient/" + P,
                        "ce_sequence", Long.toString(sequence),
                        "ce_time", Instant.now().toString(),
                        "ce_dataschema", "urn:alongside:" + source + ":" + type + ":1.0.0",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private record Answer(int status, String etag, JsonNode body) {}

    private static void refused(int status, String rule, Answer answer) {
        assertThat(answer.body().path("rule").asString("")).isEqualTo(rule);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static Answer ask(String method, String path, String body, String... headers) throws Exception {
        int port = ((WebServerApplicationContext) groups).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
    }
}
