package org.alongside.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.alongside.contracts.Contracts;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a real broker and the embedded store, used as its users use it. */
class IntakeServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant IN_A_YEAR = Instant.now().plus(Duration.ofDays(365));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static String broker;
    private static ConfigurableApplicationContext intake;

    @BeforeAll
    static void start() {
        var kafka = EmbeddedBroker.open(directory.resolve("kafka"), 0, Topics.declared());
        OPEN.add(kafka);
        broker = kafka.bootstrapServers();
        var store = EmbeddedStore.open(directory.resolve("store"), 0);
        OPEN.add(store);
        intake = new SpringApplicationBuilder(IntakeApplication.class)
                .run(
                        "--spring.config.name=intake",
                        "--spring.config.additional-location=classpath:/adt/senders.yml",
                        "--server.port=0",
                        "--alongside.intake.mllp.port=0",
                        "--spring.kafka.bootstrap-servers=" + broker,
                        "--spring.mongodb.uri=" + store.uri() + "/alongside-intake");
        OPEN.add(intake);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var open : OPEN.reversed()) {
            open.close();
        }
        // what a service filters from its log, it filters for the whole process; other tests listen to all of it
        ((LoggerContext) LoggerFactory.getILoggerFactory()).resetTurboFilterList();
    }

    @Test
    void a_person_is_enrolled_agrees_is_asked_and_leaves() throws Exception {
        var patientId = register("1001").body().get("patientId").asString();
        assertThat(register("1001").body().get("patientId").asString()).isEqualTo(patientId);
        var patient = "/patients/" + patientId;

        var admission = ask("POST", patient + "/admissions", admission("V1001"));
        assertThat(admission.status()).isEqualTo(201);
        var admissionId = admission.body().get("admissionId").asString();
        assertThat(waitingFor("consent")).contains(patientId);

        var consent = ask("POST", patient + "/consents", consent("peer-disclosure", "[\"first-name\",\"programme\"]"));
        assertThat(consent.status()).isEqualTo(201);
        var card = ask("GET", patient + "/card", null).body();
        assertThat(card.get("firstName").asString()).isEqualTo("Ada");
        assertThat(card.get("notice").asString())
                .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
        var profile = ask("PUT", patient + "/profile", "{\"pathways\":[\"smart\"],\"groupAgreement\":true}");
        assertThat(profile.body().get("version").asInt()).isEqualTo(1);

        ask("POST", patient + "/consents/" + consent.body().get("consentId").asString() + "/revocation", null);
        assertThat(ask("GET", patient + "/card", null).body().get("firstName").isNull())
                .isTrue();

        var plan = patient + "/admissions/" + admissionId + "/discharge-plan";
        assertThat(ask("PUT", plan, "{\"plannedFor\":\"" + IN_A_YEAR + "\"}").status())
                .isEqualTo(200);
        assertThat(ask("DELETE", plan, null).status()).isEqualTo(200);
        var left = ask(
                "POST",
                patient + "/admissions/" + admissionId + "/discharge",
                "{\"dischargedAt\":\"2026-02-01T10:00:00Z\",\"disposition\":\"completed\"}");
        assertThat(left.body().get("state").asString()).isEqualTo("discharged");

        var visit = ask("POST", "/visits/lookup", "{\"application\":\"staff\",\"visitNumber\":\"V1001\"}")
                .body();
        assertThat(visit.get("visitState").asString()).isEqualTo("discharged");
        assertThat(visit.get("messages")).hasSize(4);

        var contracts = Contracts.load();
        assertThat(lane(patientId, 7))
                .allSatisfy(r -> assertThat(contracts.violations(header(r, "ce_dataschema"), r.value()))
                        .isEmpty())
                .extracting(r -> header(r, "ce_type").substring("org.alongside.intake.".length()))
                .containsExactly(
                        "patient-admitted",
                        "consent-granted",
                        "peer-profile-updated",
                        "consent-revoked",
                        "discharge-planned",
                        "discharge-plan-cancelled",
                        "patient-discharged");
    }

    @Test
    void a_refusal_names_the_rule_and_the_field_and_no_value() throws Exception {
        var patientId = register("1002").body().get("patientId").asString();
        var admissions = "/patients/" + patientId + "/admissions";

        refused(422, "consent-element-missing", ask("POST", "/patients/" + patientId + "/consents", "{}"));
        refused(400, "unknown-field", ask("POST", admissions, "{\"visitNumber\":\"CANARY\",\"role\":\"admin\"}"));
        refused(422, "invalid-field", ask("POST", admissions, "{\"visitNumber\":\"CANARY\"}"));
        refused(400, "malformed-json", ask("POST", admissions, "{"));
        refused(404, "unknown-patient", ask("GET", "/patients/nobody", null));
        refused(404, "unknown-visit", ask("POST", "/visits/lookup", "{\"application\":\"X\",\"visitNumber\":\"9\"}"));
        refused(422, "limit-out-of-range", ask("GET", "/worklist?limit=0", null));
        refused(
                422,
                "impossible-date",
                ask(
                        "POST",
                        "/patients",
                        "{\"identifier\":{\"authority\":\"N\",\"number\":\"CANARY\"},"
                                + "\"name\":{\"family\":\"CANARY\",\"given\":\"B\"},\"birthDate\":\"2199-01-01\"}"));
        refused(412, "version-passed", ask("POST", admissions, admission("V1002"), "If-Match", "\"99\""));
        ask("POST", admissions, admission("V1002"), "Idempotency-Key", "k1");
        refused(422, "idempotency-key-reused", ask("POST", admissions, admission("V1003"), "Idempotency-Key", "k1"));
        assertThat(ask("POST", admissions, admission("V1002"), "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_number_with_blanks_around_it_is_the_same_number_and_one_with_what_nobody_sees_is_refused() throws Exception {
        var patientId = register("1005").body().get("patientId").asString();
        for (var typed : List.of("1005 ", " 1005", "1005\\n", "\\u00a01005")) {
            assertThat(register(typed).body().path("patientId").asString())
                    .as(typed)
                    .isEqualTo(patientId);
        }
        var admissions = "/patients/" + patientId + "/admissions";
        assertThat(ask("POST", admissions, admission("V1005 ")).status()).isEqualTo(201);
        assertThat(ask("POST", "/visits/lookup", "{\"application\":\"staff \",\"visitNumber\":\" V1005\"}")
                        .status())
                .isEqualTo(200);

        invalid("identifier.number", register("10\\u000005"));
        invalid("identifier.number", register("1005\\u200b"));
        invalid("identifier.number", register(" "));
        invalid("visitNumber", ask("POST", admissions, admission("V\\u00001005")));
        var lookup = "{\"application\":\"staff\",\"visitNumber\":\"V1005\\u0007\"}";
        invalid("visitNumber", ask("POST", "/visits/lookup", lookup));
    }

    private static void invalid(String field, Answer answer) {
        refused(422, "invalid-field", answer);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void the_api_is_described_and_a_read_carries_its_version() throws Exception {
        var api = ask("GET", "/v3/api-docs", null);
        assertThat(api.body().get("openapi").asString()).startsWith("3.1");
        assertThat(api.body().get("paths").propertyNames())
                .contains("/patients/{patientId}/admissions", "/worklist", "/visits/lookup");
        var patientId = register("1004").body().get("patientId").asString();
        assertThat(ask("GET", "/patients/" + patientId, null).etag()).matches("\"\\d+\"");
    }

    @Test
    void the_feed_takes_larger_messages_than_staff_write_and_answers_in_its_own_words_to_what_is_too_large()
            throws Exception {
        var taken = feed("x".repeat(400_000));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("MSA|AA|MSG-a04");

        var refused = feed("x".repeat(1_100_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("MSA|AR|MSG-a04");

        assertThat(ask("POST", "/patients", "{\"note\":\"" + "x".repeat(400_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    private static HttpResponse<String> feed(String note) throws Exception {
        int port = ((WebServerApplicationContext) intake).getWebServer().getPort();
        var message = Files.readString(Path.of("src/test/resources/adt/a04.hl7")) + "NTE|1||" + note + "\r";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/adt"))
                .header("Content-Type", "application/hl7-v2")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(int status, String rule, Answer answer) {
        assertThat(answer.status()).as(rule).isEqualTo(status);
        assertThat(answer.body().get("rule").asString()).isEqualTo(rule);
        assertThat(answer.body().toString()).doesNotContain("CANARY");
    }

    private static Answer register(String number) throws Exception {
        return ask(
                "POST",
                "/patients",
                "{\"identifier\":{\"authority\":\"NORTH\",\"number\":\"" + number + "\"},"
                        + "\"name\":{\"family\":\"Lovelace\",\"given\":\"Ada\"},\"birthDate\":\"1990-12-10\"}");
    }

    private static String admission(String visitNumber) {
        return "{\"visitNumber\":\"" + visitNumber + "\",\"programme\":\"iop\",\"track\":\"evening\","
                + "\"levelOfCare\":{\"edition\":\"3\",\"code\":\"2.1\"},\"admittedAt\":\"2026-01-10T10:00:00Z\"}";
    }

    private static String consent(String kind, String scopes) {
        return "{\"kind\":\"" + kind + "\",\"scopes\":" + scopes + ",\"purpose\":\"peer support\","
                + "\"discloser\":\"the programme\",\"recipient\":\"peer volunteers\",\"expires\":\"" + IN_A_YEAR + "\","
                + "\"signedOn\":\"2026-01-10\",\"signedBy\":\"person\",\"revocationExplained\":true,"
                + "\"redisclosureExplained\":true}";
    }

    private static List<String> waitingFor(String code) throws Exception {
        var found = new ArrayList<String>();
        ask("GET", "/worklist?waiting=" + code, null)
                .body()
                .get("entries")
                .forEach(e -> found.add(e.get("patientId").asString()));
        return found;
    }

    private record Answer(int status, String etag, JsonNode body) {}

    private static Answer ask(String method, String path, String body, String... headers) throws Exception {
        int port = ((WebServerApplicationContext) intake).getWebServer().getPort();
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

    private static List<ConsumerRecord<String, String>> lane(String patientId, int atLeast) {
        var settings = new Properties();
        settings.putAll(
                Map.of("bootstrap.servers", broker, "group.id", "reading-along", "auto.offset.reset", "earliest"));
        var lane = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("alongside.intake"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (patientId.equals(r.key())) {
                        lane.add(r);
                    }
                });
                return lane.size() >= atLeast;
            });
        }
        return lane;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
