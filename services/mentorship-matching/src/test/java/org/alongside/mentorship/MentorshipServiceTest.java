package org.alongside.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
class MentorshipServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final String P = "4f1c2a9be07d4c55a3d8e6b1907f2c34";
    private static final String INES = """
            {"centreId":"north","relation":"mentor","employed":false,"capacity":1,"acceptsAlumni":true,
             "clearances":{"background-check":"2099-12-31","training":"2099-12-31","boundary-agreement":"2099-12-31",
                           "supervision":"2099-12-31"},
             "recoverySince":"2015-01-01","gender":"female","languages":["en","es"],"pathways":["smart"],
             "availability":[{"days":["tuesday"],"from":"17:30","to":"21:00","zone":"America/Chicago"}]}
            """;

    @TempDir
    private static Path directory;

    private static KafkaProducer<String, String> producer;
    private static ConfigurableApplicationContext mentorship;

    @BeforeAll
    static void start() {
        var kafka = EmbeddedBroker.open(directory.resolve("kafka"), 0, Topics.declared());
        OPEN.add(kafka);
        var store = EmbeddedStore.open(directory.resolve("store"), 0);
        OPEN.add(store);
        mentorship = new SpringApplicationBuilder(MentorshipApplication.class)
                .run(
                        "--spring.config.name=mentorship",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.uri() + "/alongside-mentorship");
        OPEN.add(mentorship);
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
    void a_person_is_offered_a_mentor_and_both_walk_together() throws Exception {
        var kept = ask("PUT", "/mentors/ines", INES);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body().get("free").asInt()).isEqualTo(1);

        tell(P, "intake", 1, "patient-admitted", admission(P));
        awaitState(P, "offered");
        var offer = ask("GET", "/mentees/" + P, null).body().get("offer");
        var why = ask("GET", "/mentees/" + P + "/why", null).body();
        assertThat(why.at("/chosen/mentorId").asString()).isEqualTo("ines");
        var sum = BigDecimal.ZERO;
        for (var c : why.at("/chosen/contributions")) {
            sum = sum.add(new BigDecimal(c.get("contribution").asString()));
        }
        assertThat(sum).isEqualByComparingTo(why.at("/chosen/score").decimalValue());
        assertThat(ask("GET", "/mentees?state=offered", null).body()).hasSize(1);

        var answer = "/mentees/" + P + "/offers/" + offer.get("offerId").asString();
        ask("POST", answer + "/acceptance", "{\"by\":\"patient\"}");
        var matched = ask("POST", answer + "/acceptance", "{\"by\":\"mentor\"}");
        assertThat(matched.body().get("state").asString()).isEqualTo("matched");
        var contact = "{\"at\":\"%s\",\"channel\":\"phone\",\"minutes\":15}"
                .formatted(matched.body().at("/match/assignedAt").asString());
        var met = ask("POST", "/mentees/" + P + "/contacts", contact, "Idempotency-Key", "c1");
        assertThat(met.body().at("/match/contacts").asInt()).isEqualTo(1);
        ask("POST", "/mentees/" + P + "/contacts", contact, "Idempotency-Key", "c1");
        var now = ask("GET", "/mentees/" + P, null);
        assertThat(now.body().at("/match/contacts").asInt()).isEqualTo(1);
        assertThat(now.etag()).matches("\"\\d+\"");
        assertThat(ask("GET", "/mentors/ines", null).body().get("free").asInt()).isZero();
        refused(409, "offer-not-open", ask("POST", answer + "/decline", "{\"by\":\"mentor\"}"));
    }

    @Test
    void people_are_listed_by_the_state_they_are_shown_with_and_apart_from_it_by_their_peer() throws Exception {
        ask("PUT", "/mentors/hana", INES.replace("north", "east").replace("Alumni\":true", "Alumni\":false"));
        var handed = "5".repeat(32);
        tell(handed, "intake", 1, "patient-admitted", admission(handed).replace("north", "east"));
        awaitState(handed, "offered");
        var offer = ask("GET", "/mentees/" + handed, null)
                .body()
                .at("/offer/offerId")
                .asString();
        for (var by : List.of("patient", "mentor")) {
            ask("POST", "/mentees/" + handed + "/offers/" + offer + "/acceptance", "{\"by\":\"%s\"}".formatted(by));
        }
        assertThat(listed("?state=matched")).contains(handed);

        var request = "{\"patientId\":\"%1$s\",\"admissionId\":\"%1$s-a1\",\"requestId\":\"%1$s-r1\"}";
        tell(handed, "continuum", 1, "peer-continuity-requested", request.formatted(handed));
        awaitState(handed, "waiting");
        assertThat(listed("?state=matched")).doesNotContain(handed);
        assertThat(listed("?state=waiting")).contains(handed);
        assertThat(listed("?withPeer=true")).contains(handed);
        assertThat(listed("?state=offered&withPeer=true")).doesNotContain(handed);
    }

    private static void awaitState(String patientId, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state.equals(ask("GET", "/mentees/" + patientId, null)
                        .body()
                        .path("state")
                        .asString("")));
    }

    private static List<String> listed(String query) throws Exception {
        return ask("GET", "/mentees" + query, null)
                .body()
                .valueStream()
                .map(row -> row.get("patientId").asString())
                .toList();
    }

    @Test
    void a_refusal_names_the_rule_and_the_field() throws Exception {
        refused(404, "unknown-person", ask("GET", "/mentees/nobody", null));
        refused(404, "unknown-person", ask("POST", "/mentees/nobody/match/end", "{\"by\":\"patient\"}"));
        refused(404, "unknown-mentor", ask("GET", "/mentors/nobody", null));
        refused(404, "unknown-mentor", ask("POST", "/mentors/nobody/state", "{\"state\":\"paused\"}"));
        refused(400, "wrong-value", ask("POST", "/mentors/nobody/state", "{\"state\":\"CANARY\"}"));
        refused(400, "unknown-field", ask("PUT", "/mentors/carl", "{\"name\":\"CANARY\"}"));
        refused(422, "invalid-field", ask("PUT", "/mentors/carl", "{\"relation\":\"coach\",\"employed\":true}"));
        refused(400, "wrong-value", ask("PUT", "/mentors/carl", INES.replace("America/Chicago", "CANARY")));
        refused(422, "malformed-id", ask("PUT", "/mentors/No-Such-Id", INES));
        refused(422, "unknown-state", ask("GET", "/mentees?state=CANARY", null));
        refused(400, "bad-request", ask("GET", "/mentors/CANARY%00y", null));
        refused(422, "limit-out-of-range", ask("GET", "/mentors?limit=0", null));
        ask("PUT", "/mentors/dora", INES.replace("north", "south"));
        refused(412, "version-passed", ask("PUT", "/mentors/dora", INES, "If-Match", "\"99\""));
    }

    @Test
    void a_mentor_is_not_kept_with_what_could_never_be_matched() throws Exception {
        var window = "\"from\":\"17:30\",";
        names("availability[0].from", "invalid-field", INES.replace(window, ""));
        names("availability[0].from", "invalid-field", INES.replace(window, "\"from\":null,"));
        names("availability[0].zone", "invalid-field", INES.replace(",\"zone\":\"America/Chicago\"", ""));
        names("availability[0].days", "invalid-field", INES.replace("[\"tuesday\"]", "[]"));
        names("gender", "invalid-field", INES.replace("female", "Female"));
        names("languages[0]", "invalid-field", INES.replace("\"en\"", "null"));
        names("languages[0]", "invalid-field", INES.replace("\"en\"", "\"English\""));
        names("pathways[0]", "invalid-field", INES.replace("smart", "12-step"));
        names("ageBand", "invalid-field", INES.replace("{\"centreId\"", "{\"ageBand\":\"1971-04-02\",\"centreId\""));
        names("recoverySince", "impossible-date", INES.replace("2015-01-01", "+999999999-12-31"));
        names("clearances", "impossible-date", INES.replaceFirst("2099-12-31", "+300000000-01-01"));
        names(
                "keptForDischarged",
                "kept-above-capacity",
                INES.replace("\"capacity\"", "\"keptForDischarged\":2,\"capacity\""));
        names(
                "keptForDischarged",
                "invalid-field",
                INES.replace("\"capacity\"", "\"keptForDischarged\":-1,\"capacity\""));
        names("clearances[]", "invalid-field", INES.replaceFirst("\"2099-12-31\"", "null"));
        refused(404, "unknown-mentor", ask("GET", "/mentors/carl", null));
    }

    private static void names(String field, String rule, String profile) throws Exception {
        var answer = ask("PUT", "/mentors/carl", profile);
        refused(422, rule, answer);
        assertThat(answer.body().path("field").asString("")).isEqualTo(field);
    }

    @Test
    void a_supervisor_sees_what_has_lapsed() throws Exception {
        var lapsed = INES.replaceFirst("2099-12-31", "2020-12-31").replace("mentor\"", "coach\"");
        assertThat(ask("PUT", "/mentors/fay", lapsed.replace("north", "south"))
                        .body()
                        .get("lapsed")
                        .toString())
                .isEqualTo("[\"background-check\",\"certification\"]");
        assertThat(ask("PUT", "/mentors/gil", INES.replace("north", "south"))
                        .body()
                        .get("lapsed")
                        .toString())
                .isEqualTo("[]");
    }

    @Test
    void a_reason_that_is_not_listed_is_refused_by_name() throws Exception {
        var answer = ask("POST", "/mentees/" + P + "/match/end", "{\"by\":\"patient\",\"reason\":\"CANARY\"}");
        refused(422, "unknown-code", answer);
        assertThat(answer.body().path("field").asString()).isEqualTo("reason");
        assertThat(answer.body().path("detail").asString()).contains("moved-away, schedule");
    }

    @Test
    void the_api_is_described() throws Exception {
        var api = ask("GET", "/v3/api-docs", null).body();
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames()).contains("/mentors/{mentorId}", "/mentees/{patientId}/why");
    }

    private static String admission(String patientId) {
        return """
               {"patientId":"%1$s","centreId":"north","admissionId":"%1$s-a1","admittedAt":"2026-03-02T15:00:00Z",
                "programme":"adult-iop","track":"evening-three","levelOfCare":{"edition":"3","code":"2.1"},
                "ageBand":"26-35",
                "profile":{"version":2,"released":false,"pathways":["smart"],"languages":["en"],"mentorGender":"female",
                 "availability":[{"days":["tuesday"],"from":"17:30","to":"21:00","zone":"America/Chicago"}],
                 "groupAgreement":true},
                "consents":[{"consentId":"%1$s-c1","kind":"peer-disclosure","version":1,"scopes":["first-name"],
                 "expires":"2099-03-02T00:00:00Z"},
                 {"consentId":"%1$s-c2","kind":"treatment-operations","version":1,"scopes":[]}]}
               """.formatted(patientId);
    }

    private static void tell(String patientId, String source, long sequence, String type, String data)
            throws Exception {
        var record = new ProducerRecord<>("alongside." + source, patientId, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", source + "-" + patientId + "-" + sequence,
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

    private static void refused(int status, String rule, Answer answer) {
        assertThat(answer.body().path("rule").asString("")).isEqualTo(rule);
        assertThat(answer.status()).as(rule).isEqualTo(status);
        assertThat(answer.body().toString()).doesNotContain("CANARY");
    }

    private record Answer(int status, String etag, JsonNode body) {}

    private static Answer ask(String method, String path, String body, String... headers) throws Exception {
        int port = ((WebServerApplicationContext) mentorship).getWebServer().getPort();
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
