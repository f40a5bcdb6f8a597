package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Told;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.lane.LaneListener;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Two services that know each other by one topic: from a command over HTTP to the other one's document. */
class TwoServicesTest {

    record Tally(long total) {}

    record Add(long by) {}

    record Added(long by, long total) {}

    record Sum(long total) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Teller {

        @Bean
        Documents<Tally> tallies(DocumentSpace space) {
            return space.documents(Kind.of("tallies", "tally", Tally.class));
        }

        @Bean
        Desk desk(Documents<Tally> tallies) {
            return new Desk(tallies);
        }
    }

    @RestController
    static class Desk {

        private final Documents<Tally> tallies;

        Desk(Documents<Tally> tallies) {
            this.tallies = tallies;
        }

        @PostMapping("/tallies/{id}")
        Sum add(@PathVariable String id, @RequestBody Add add, Cause.Command command) {
            if (add.by() < 0) {
                throw Refused.invalid("only-more", "by", "A tally only grows.");
            }
            return tallies.change(id, command, Sum.class, (kept, now) -> {
                var total = kept.orElse(new Tally(0)).total() + add.by();
                return Decision.<Tally, Sum>to(new Tally(total))
                        .telling(new Told("added", "1.0.0", new Added(add.by(), total)))
                        .answering(new Sum(total));
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Hearer {

        @Bean
        Documents<Tally> copies(DocumentSpace space) {
            return space.documents(Kind.of("copies", "copy", Tally.class));
        }

        @Bean
        LaneListener teller(Documents<Tally> copies) {
            return LaneListener.to("intake")
                    .beforeServing()
                    .on(
                            "added",
                            Added.class,
                            (Incoming in, Added added) -> copies.change(
                                    in.lane(),
                                    in.receipt(),
                                    (kept, now) -> Decision.<Tally, Void>to(
                                            new Tally(kept.orElse(new Tally(0)).total() + added.by()))))
                    .build();
        }
    }

    @TempDir
    private static Path directory;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static ConfigurableApplicationContext teller;
    private static ConfigurableApplicationContext hearer;

    @BeforeAll
    static void start() {
        var broker = EmbeddedBroker.open(directory.resolve("kafka"), 0, Topics.declared());
        OPEN.add(broker);
        var store = EmbeddedStore.open(directory.resolve("store"), 0);
        OPEN.add(store);
        teller = run(Teller.class, "intake", broker, store);
        hearer = run(Hearer.class, "mentorship", broker, store);
    }

    private static ConfigurableApplicationContext run(
            Class<?> application, String service, EmbeddedBroker broker, EmbeddedStore store) {
        var context = new SpringApplicationBuilder(application)
                .run(
                        "--server.port=0",
                        "--spring.application.name=" + service,
                        "--alongside.eventing.service=" + service,
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.uri() + "/alongside-" + service);
        OPEN.add(context);
        return context;
    }

    @AfterAll
    static void stop() throws Exception {
        for (var open : OPEN.reversed()) {
            open.close();
        }
    }

    private static String uri(ConfigurableApplicationContext context, String path) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort() + path;
    }

    private static HttpResponse<String> post(String id, String body, String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri(teller, "/tallies/" + id)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long copied(String id) {
        @SuppressWarnings("unchecked")
        var copies = (Documents<Tally>) hearer.getBean("copies");
        return copies.find(id).map(kept -> kept.orElse(new Tally(0)).total()).orElse(0L);
    }

    @Test
    void a_command_reaches_the_other_service_once() throws Exception {
        assertThat(post("a", "{\"by\":3}", "k1").body()).isEqualTo("{\"total\":3}");
        assertThat(post("a", "{\"by\":3}", "k1").body()).isEqualTo("{\"total\":3}");
        assertThat(post("a", "{\"by\":4}", "k2").body()).isEqualTo("{\"total\":7}");
        await().atMost(Duration.ofSeconds(20)).until(() -> copied("a") == 7);
    }

    @Test
    void bad_input_names_rule_and_field_and_changes_nothing() throws Exception {
        for (var bad : List.of(
                List.of("{\"by\":-1}", "only-more", "by"),
                List.of("{\"by\":1,\"extra\":true}", "unknown-field", "extra"),
                List.of("{\"by\":\"many\"}", "wrong-type", "by"),
                List.of("{\"by\":{}}", "wrong-type", "by"),
                List.of("{\"by\":", "malformed-json", ""))) {
            var answer = post("b", bad.getFirst(), "bad");
            assertThat(answer.statusCode()).as(bad.getFirst()).isBetween(400, 422);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("\"rule\":\"" + bad.get(1) + "\"");
            if (!bad.get(2).isEmpty()) {
                assertThat(answer.body()).contains("\"field\":\"" + bad.get(2) + "\"");
            }
        }
        assertThat(post("b", "{\"by\":1}", "k9").body()).isEqualTo("{\"total\":1}");
        assertThat(post("b", "{\"by\":2}", "k9").statusCode()).isEqualTo(422);
        var large = post("b", "{\"by\":1" + " ".repeat(300_000) + "}", "big");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(large.body()).contains("\"rule\":\"body-too-large\"", "at most 262144 bytes");
        assertThat(teller.getBean(MeterRegistry.class)
                        .counter("alongside.refused", "rule", "body-too-large")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void says_how_it_is() throws Exception {
        var client = HttpClient.newHttpClient();
        for (var context : List.of(teller, hearer)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(uri(context, "/actuator/health/readiness")))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }
        var metrics = client.send(
                        HttpRequest.newBuilder(URI.create(uri(teller, "/actuator/prometheus")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .contains("alongside_outbox_depth", "alongside_outbox_age_seconds", "alongside_relay_sent_total");
    }
}
