package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

/** Every field that identifies carries a word of its own; none of them may be found in what is logged, even at TRACE. */
class SayingNothingInLogsTest {

    private static final List<String> CANARIES = List.of(
            "Kanarienvogel",
            "Zeisig",
            "KN4711NK",
            "19671103",
            "Amselweg",
            "5559071",
            "kn@example.org",
            "KV9009",
            "KSSN77",
            "Nachtigall",
            "KPLAN55",
            "Drosselnotiz");

    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Feed feed = new Feed();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
        others.forEach(root::addAppender);
    }

    private static String canaryMessage(String trigger) {
        return Feed.sample(trigger)
                        .replace("Quenneville", "Kanarienvogel")
                        .replace("Aurélie", "Zeisig")
                        .replace("4711", "KN4711NK")
                        .replace("19850214", "19671103")
                        .replace("12 Rue Sansnom", "Amselweg")
                        .replace("5550177", "5559071")
                        .replace("aurelie@", "kn@")
                        .replace("V-1001", "KV9009")
                        .replace("000-00-0000", "KSSN77")
                + "NK1|1|Nachtigall^Frau\rIN1|1|KPLAN55\rNTE|1||Drosselnotiz\r";
    }

    @Test
    void no_message_good_or_bad_leaves_a_word_in_the_log() throws Exception {
        var metrics = new AdtMetrics(new SimpleMeterRegistry());
        var settings = new MllpSettings(
                0, "127.0.0.1", 4, Duration.ofMinutes(1), Duration.ofMinutes(1), DataSize.ofKilobytes(64));
        var server = new MllpServer(settings, feed.receiving, metrics);
        server.start();
        var http = MockMvcBuilders.standaloneSetup(
                        new AdtController(feed.receiving, metrics, settings), new MessagesController(feed.messages))
                .build();
        var errors = new ArrayList<String>();
        var random = new Random(7);
        try (var sender = new MllpClient(server.port())) {
            for (var trigger : Malformed.TRIGGERS) {
                errors.add(sender.send(canaryMessage(trigger)));
                errors.add(
                        sender.send(canaryMessage(trigger).replace("|EVN", "|").replace("KV9009", "")));
                errors.add(sender.send(canaryMessage(trigger).replace("19671103", "19671103Kanarienvogel")));
                errors.add(posted(http, canaryMessage(trigger).replace("PEER", "KPLAN55")));
                errors.add(posted(http, canaryMessage(trigger).replace("EPIC", "WHO")));
                errors.add(posted(http, canaryMessage(trigger).replace("^", "|")));
                var bytes = canaryMessage(trigger).toCharArray();
                for (int n = 0; n < 200; n++) {
                    bytes[random.nextInt(bytes.length)] = "|^~\\&\r".charAt(random.nextInt(6));
                    sender.send(new String(bytes));
                }
            }
            feed.visits = message -> {
                throw new IllegalStateException("about " + message.demographics() + message.identity() + message);
            };
            errors.add(sender.send(canaryMessage("a04").replace("MSG-", "X-")));
            feed.looksAtWhatIsDue();
            http.perform(MockMvcRequestBuilders.get("/messages?state=refused"));
            http.perform(MockMvcRequestBuilders.get("/messages?state=unapplied"));
        } finally {
            server.stop();
        }

        assertThat(log.list).isNotEmpty();
        assertThat(found(logged())).isEmpty();
        assertThat(found(errors)).isEmpty();
    }

    @Test
    void a_planted_word_is_found_in_each_of_its_forms() {
        root.debug("a {}", "Kanarienvogel");
        root.debug("b {}", Base64.getEncoder().encodeToString("Zeisig".getBytes(StandardCharsets.UTF_8)));
        root.debug("c", new IllegalStateException("kn%40example.org"));
        assertThat(found(logged())).containsExactlyInAnyOrder("Kanarienvogel", "Zeisig", "kn@example.org");

        for (var sentence : List.of("x Nachtigall x", "of Nachtigall.", "the Nachtigall")) {
            log.list.clear();
            root.debug("d {}", Base64.getEncoder().encodeToString(sentence.getBytes(StandardCharsets.UTF_8)));
            assertThat(found(logged())).as(sentence).containsExactly("Nachtigall");
        }
    }

    private List<String> logged() {
        return log.list.stream()
                .map(e -> e.getFormattedMessage()
                        + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(e.getThrowableProxy())))
                .toList();
    }

    private static List<String> found(List<String> texts) {
        var all = String.join("\n", texts);
        return CANARIES.stream()
                .filter(canary -> all.contains(canary)
                        || all.contains(URLEncoder.encode(canary, StandardCharsets.UTF_8))
                        || IntStream.range(0, 3).anyMatch(before -> all.contains(inBase64(canary, before))))
                .toList();
    }

    /** What of a word stands in the base64 of a longer text does not depend on the rest of it, but on where it begins. */
    private static String inBase64(String word, int before) {
        var bytes = (" ".repeat(before) + word).getBytes(StandardCharsets.UTF_8);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return encoded.substring(before == 0 ? 0 : before + 1, bytes.length * 8 / 6);
    }

    private static String posted(MockMvc http, String message) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/adt")
                        .contentType(MediaType.parseMediaType("application/hl7-v2"))
                        .content(message.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
