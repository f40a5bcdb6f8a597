package org.alongside.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.audit.Canaries;
import org.alongside.audit.Canaries.Sighting;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.logging.LibraryDetails;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Nothing that says who somebody is leaves intake: people whose every value is a word of its own are treated from the
 * first message to the days after the discharge, by feed and by hand, with everything that is refused on the way; then all
 * that others can read is searched. Each search is shown to find what was planted for it.
 */
class PrivacyTest {

    private static final Who BY_LINE = Who.called("Zwitscherling", "1961-09-27");
    private static final Who BY_POST = Who.called("Quorlbein", "1958-11-19");
    private static final Who BY_HAND = Who.called("Plimsauer", "1966-02-13");
    private static final Who REFUSED = Who.called("Vexmoorling", "1953-07-08");
    private static final String TYPED = "Knurrhahn, Ottilie";
    private static final String DATE_TYPED = "1949-12-06";
    private static final String PLANTED = "Nachtigallplanted";
    private static final Canaries CANARIES = new Canaries(Stream.of(BY_LINE, BY_POST, BY_HAND, REFUSED)
            .flatMap(who -> Stream.concat(
                    who.canaries().stream(), Stream.of(who.family().substring(3))))
            .toList());
    private static final Canaries TYPED_WORDS = new Canaries(List.of("Knurrhahn", "Ottilie", TYPED, DATE_TYPED));
    private static final Canaries PLANTED_WORDS = new Canaries(List.of(PLANTED, "1947-03-17"));
    private static final List<String> FORMS = List.of(
            PLANTED, "19470317", Base64.getEncoder().encodeToString(("-" + PLANTED).getBytes(UTF_8)), "1947-03-17");

    @TempDir
    private static Path directory;

    private static Running platform;
    private static Listening listening;
    private static Asking asking;
    private static Api api;
    private static OnTopics topics;
    private static List<Sighting> onTopics;
    private static long records;
    private static final List<String> acknowledgements = new ArrayList<>();
    private static final List<String> rawAnswers = new ArrayList<>();

    @BeforeAll
    static void treatThem() throws Exception {
        platform = Running.on(directory.resolve("data"));
        listening = new Listening(Files.createDirectory(directory.resolve("logs")));
        asking = new Asking(platform);
        api = Api.of(asking);
        topics = new OnTopics(platform.address("kafka"));
        byHand();
        byFeed();
        refusedMessages();
        elsewhere();
        platform.standalone().quiet().await(Duration.ofSeconds(60));
        var seen = new ArrayList<Sighting>();
        for (var topic : declared()) {
            var all = topics.of(topic);
            records += all.size();
            seen.addAll(OnTopics.seen(CANARIES, all));
            seen.addAll(OnTopics.seen(TYPED_WORDS, all));
        }
        onTopics = seen;
        park();
    }

    private static List<String> declared() {
        return topics.names().stream()
                .filter(name -> name.startsWith("alongside."))
                .toList();
    }

    private static void byHand() {
        var typed = new TypedIn(asking, api, List.of(TYPED, DATE_TYPED));
        var stay = new OneStay(platform, asking, typed);
        stay.openCentre();
        var patientId = stay.register(BY_HAND);
        var admissionId = stay.admit(patientId, BY_HAND.visitNumber());
        stay.command(
                "intake",
                "POST",
                "/visits/lookup",
                Map.of("application", "staff", "visitNumber", BY_HAND.visitNumber()));
        stay.papers(patientId, BY_HAND);
        stay.findMentor(patientId);
        stay.matched(patientId);
        stay.sitInGroups(patientId);
        stay.leave(patientId, admissionId);
        stay.follow(patientId);
        api.writes().forEach(operation -> typed.offTheWay(operation, stay.ids()));
        for (var read : api.reads()) {
            var path = BadInput.path(read, stay.ids());
            for (var word : List.of(TYPED, BY_HAND.family(), BY_HAND.phone(), BY_HAND.birthDate())) {
                read.query()
                        .forEach(name -> asking.get(read.service(), path + "?" + name + "=" + TypedIn.encoded(word)));
                TypedIn.paths(read, path, word).forEach(other -> asking.get(read.service(), other));
            }
        }
    }

    private static void byFeed() throws IOException {
        try (var line = new MllpLine(platform.address("mllp"))) {
            for (var who : List.of(BY_LINE, BY_POST)) {
                int number = 0;
                for (var trigger : List.of("A04", "A08", "A16", "A03")) {
                    send(line, who, SpoiltAdt.good(who, trigger, ++number), "AA");
                    if (number == 1) {
                        papers(who);
                    }
                }
            }
        }
    }

    private static void papers(Who who) {
        var stay = new OneStay(
                platform, asking, (service, method, path, body) -> asking.json(service, method, path, body));
        var visit = asking.json(
                "intake",
                "POST",
                "/visits/lookup",
                Map.of("application", "HARBOUR-EHR", "facility", "MAIN", "visitNumber", who.visitNumber()));
        stay.papers(visit.json().path("patientId").asString(), who);
        stay.settle();
    }

    private static void send(MllpLine line, Who who, String message, String verdict) throws IOException {
        var bytes = message.getBytes(UTF_8);
        var answer = who == BY_POST ? asking.hl7(bytes).body() : line.send(bytes);
        acknowledgements.add(answer);
        if (!verdict.isEmpty()) {
            assertThat(answer).contains("MSA|" + verdict + "|");
        }
    }

    /** Every rule by which a message is refused, each over both ways in. */
    private static void refusedMessages() throws IOException {
        var good = SpoiltAdt.good(REFUSED, "A04", 1);
        var word = REFUSED.family();
        var messages = NobodyTakes.messages(REFUSED);
        try (var line = new MllpLine(platform.address("mllp"))) {
            for (var message : messages) {
                send(line, REFUSED, message, "");
                acknowledgements.add(asking.hl7(message.getBytes(UTF_8)).body());
            }
            acknowledgements.add(line.send((good + "ZZZ|\u00ff\u00fe" + word + "\r").getBytes(ISO_8859_1)));
            acknowledgements.add(asking.hl7((good + "ZZZ|\u00e9" + word + "\r").getBytes(ISO_8859_1))
                    .body());
        }
        for (var noise : List.of(word + "\r\n", "\u000b" + good, word.repeat(200_000))) {
            rawAnswers.add(asking.raw("mllp", noise));
        }
    }

    /** What is served nowhere, and what is no HTTP at all. */
    private static void elsewhere() {
        var word = TypedIn.encoded(REFUSED.family());
        for (var service : List.of("intake", "mentorship", "groups", "continuum", "control")) {
            for (var path : NobodyTakes.paths(REFUSED, TYPED)) {
                asking.get(service, path);
                asking.json(service, "POST", path, Map.of(REFUSED.given(), REFUSED.phone()));
            }
            for (var raw : NobodyTakes.requests(word)) {
                rawAnswers.add(asking.raw(service, raw));
            }
        }
    }

    /** A record that nobody can apply, with a planted value, so that lanes are parked when parked lanes are searched. */
    private static void park() {
        topics.plant("alongside.intake", "0123456789abcdef", PLANTED, Map.of("ce_subject", PLANTED));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parkedLanes(Service.CONTINUUM).isEmpty());
    }

    private static List<Document> parkedLanes(Service service) {
        return platform.standalone()
                .context(service)
                .getBean(DocumentSpace.class)
                .store()
                .find("parked", new Document(), new Document("_id", 1), 1000);
    }

    @AfterAll
    static void stop() {
        listening.close();
        platform.close();
        // what a service filters from its log, it filters for the whole process; other tests listen to all of it
        ((LoggerContext) LoggerFactory.getILoggerFactory()).resetTurboFilterList();
    }

    private static List<Sighting> everywhere(String where, String text) {
        return Stream.of(CANARIES, TYPED_WORDS, PLANTED_WORDS)
                .flatMap(words -> words.in(where, text).stream())
                .toList();
    }

    @Test
    void no_record_on_any_topic_says_who_somebody_is() {
        assertThat(declared()).hasSize(4);
        assertThat(records).isGreaterThan(50);
        assertThat(onTopics).isEmpty();
    }

    @Test
    void the_way_was_long_enough_to_tell_of_everything() {
        var types = new TreeSet<String>();
        for (var topic : declared()) {
            topics.of(topic).forEach(record -> {
                var type = record.headers().lastHeader("ce_type");
                types.add(type == null ? "" : new String(type.value(), UTF_8).replaceFirst(".*\\.", ""));
            });
        }
        assertThat(types)
                .contains(
                        "patient-admitted",
                        "peer-profile-updated",
                        "consent-granted",
                        "consent-revoked",
                        "discharge-planned",
                        "patient-discharged",
                        "mentor-proposed",
                        "mentor-assigned",
                        "mentor-assignment-ended",
                        "peer-contact-logged",
                        "seat-reserved",
                        "attendance-recorded",
                        "handoff-started",
                        "check-in-due",
                        "check-in-answered",
                        "outreach-task-raised",
                        "outreach-task-closed");
    }

    @Test
    void a_planted_record_is_found_by_key_header_and_value() {
        topics.create("scratch");
        for (var form : FORMS) {
            topics.plant("scratch", form, "nothing", Map.of());
            topics.plant("scratch", "nothing", "{\"a\":\"" + form + "\"}", Map.of());
            topics.plant("scratch", "nothing", "nothing", Map.of("ce_subject", form));
        }
        var seen = OnTopics.seen(PLANTED_WORDS, topics.of("scratch"));
        assertThat(seen).extracting(Sighting::where).doesNotHaveDuplicates().hasSize(3 * FORMS.size());
        assertThat(seen).extracting(Sighting::form).contains("plain", "HL7 date", "base64");
    }

    @Test
    void no_refusal_says_it_back() {
        assertThat(asking.refusals()).hasSizeGreaterThan(500);
        var seen = new TreeSet<String>();
        for (var refusal : asking.refusals()) {
            // the caller's own URL is not searched; the answer is
            for (var sighting : everywhere("", refusal.headers() + refusal.body())) {
                seen.add(refusal.asked().replaceAll("(?<=.{60}).*", "…") + " " + sighting + " " + refusal.body());
            }
        }
        rawAnswers.forEach(answer -> everywhere("raw " + answer, answer).forEach(one -> seen.add(one.toString())));
        assertThat(seen).isEmpty();
        assertThat(everywhere("", "{\"detail\":\"" + PLANTED + "\"}")).isNotEmpty();
        assertThat(everywhere("", "{\"field\":\"" + TypedIn.encoded(TYPED) + "\"}"))
                .isNotEmpty();
    }

    @Test
    void the_other_services_never_learn_it() {
        var seen = new TreeSet<String>();
        for (var answer : asking.answers()) {
            if (!answer.service().equals("intake") && answer.taken()) {
                CANARIES.in(answer.asked(), answer.body()).forEach(one -> seen.add(one.toString()));
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void no_acknowledgement_says_it_back() {
        var rules = new TreeSet<String>();
        for (var acknowledgement : acknowledgements) {
            assertThat(everywhere(acknowledgement, acknowledgement)).isEmpty();
            Pattern.compile("ERR\\|[^|]*\\|[^|]*\\|[^|]*\\|E\\|([a-z-]+)")
                    .matcher(acknowledgement)
                    .results()
                    .forEach(found -> rules.add(found.group(1)));
        }
        assertThat(rules)
                .contains(
                        "no-message-header",
                        "unusable-separators",
                        "more-than-one-message",
                        "too-large",
                        "unknown-sender",
                        "unknown-character-set",
                        "not-in-character-set",
                        "unsupported-message",
                        "unsupported-trigger",
                        "unsupported-processing-id",
                        "required",
                        "too-long",
                        "unreadable-time",
                        "impossible-time",
                        "unknown-code",
                        "record-number-missing");
    }

    @Test
    void no_metric_says_it() {
        for (var service : Api.SERVICES) {
            var scraped = asking.get(service, "/actuator/prometheus");
            assertThat(scraped.status()).isEqualTo(200);
            assertThat(everywhere(service, scraped.body())).isEmpty();
            assertThat(scraped.body()).contains("alongside_refused_total");
            var names = asking.get(service, "/actuator/metrics").json().path("names");
            assertThat(names).isNotEmpty();
            names.values()
                    .forEach(name -> assertThat(everywhere(
                                    service,
                                    asking.get(service, "/actuator/metrics/" + name.asString())
                                            .body()))
                            .isEmpty());
        }
        platform.standalone()
                .context(Service.GROUPS)
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .counter("planted", "who", PLANTED)
                .increment();
        assertThat(everywhere("", asking.get("groups", "/actuator/prometheus").body()))
                .isNotEmpty();
    }

    @Test
    void parked_lanes_keep_what_came_and_show_none_of_it() {
        for (var service : Service.values()) {
            var parked = parkedLanes(service);
            var kept = parked.stream().map(lane -> lane.toJson()).toList().toString();
            assertThat(CANARIES.in(service.shortName(), kept)).isEmpty();
            assertThat(TYPED_WORDS.in(service.shortName(), kept)).isEmpty();
            if (service != Service.INTAKE) {
                assertThat(PLANTED_WORDS.in(service.shortName(), kept)).isNotEmpty();
            }
            assertThat(everywhere("", asking.get(service.shortName(), "/parked").body()))
                    .isEmpty();
        }
    }

    @Test
    void no_log_says_it_even_at_debug() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        assertThat(context.getTurboFilterList()).hasAtLeastOneElementOfType(LibraryDetails.class);
        assertThat(context.getLogger("ROOT").isDebugEnabled()).isFalse();
        assertThat(context.getLogger("org.apache.coyote.http11.Http11InputBuffer")
                        .isDebugEnabled())
                .isFalse();
        assertThat(context.getLogger("org.alongside.intake.adt").isDebugEnabled())
                .isTrue();
        var seen = Stream.of(CANARIES, TYPED_WORDS, PLANTED_WORDS)
                .flatMap(words -> words.in(listening.files()).stream())
                .toList();
        assertThat(seen).isEmpty();
    }

    @Test
    void a_planted_line_is_found() throws IOException {
        var planted = new Canaries(List.of("Goldammerline", "1946-04-18"));
        var logger = LoggerFactory.getLogger("org.alongside.intake.adt.Planted");
        logger.debug("about {}", "Goldammerline");
        logger.debug("born", new IllegalStateException("19460418"));
        java.util.logging.Logger.getLogger("org.apache.planted").info("Goldammerline again");
        assertThat(planted.in(listening.files()))
                .extracting(one -> Path.of(one.where()).getFileName() + " " + one.form())
                .contains("debug.log plain", "debug.log HL7 date", "jdk.log plain");
    }
}
