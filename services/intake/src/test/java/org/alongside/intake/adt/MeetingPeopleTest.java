package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alongside.intake.patient.Patients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** From the wire into the person's document. */
class MeetingPeopleTest {

    private final Feed feed = new Feed().intoDocuments();
    private final String person = feed.somebody();

    private Iterable<String> told() {
        return feed.told();
    }

    @Test
    void the_same_new_person_on_eight_connections_becomes_one() throws Exception {
        var settings = new MllpSettings(
                0, "127.0.0.1", 16, Duration.ofMinutes(1), Duration.ofMinutes(1), DataSize.ofKilobytes(64));
        var server = new MllpServer(settings, feed.receiving, new AdtMetrics(new SimpleMeterRegistry()));
        server.start();
        var together = new CyclicBarrier(8);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int n = 0; n < 8; n++) {
                var message = Feed.sample("a04")
                        .replace("MSG-a04", "MSG-" + n)
                        .replace("V-1001", n < 4 ? "V-1001" : "V-" + n);
                answers.add(senders.submit(() -> {
                    try (var sender = new MllpClient(server.port())) {
                        together.await(20, TimeUnit.SECONDS);
                        return sender.send(message);
                    }
                }));
            }
            for (var answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).contains("MSA|AA|");
            }
        } finally {
            server.stop();
        }
        assertThat(feed.space.store().count(Patients.COLLECTION, new Document()))
                .isEqualTo(1);
        assertThat(told()).containsOnlyOnce("patient-admitted");
    }

    @Test
    void a_discharge_before_the_admission_is_kept_and_counts_once_the_admission_is_there() {
        assertThat(feed.send(Feed.sample("a03")).answer().outcome()).isEqualTo(Answer.Outcome.EARLY);
        assertThat(told()).doesNotContain("patient-discharged");

        assertThat(feed.send(Feed.sample("a04")).answer().outcome()).isEqualTo(Answer.Outcome.APPLIED);
        assertThat(told()).contains("patient-admitted", "patient-discharged");
    }

    @Test
    void one_way_through_treatment_is_told_in_order() {
        for (var trigger : new String[] {"a04", "a01", "a08", "a16", "a03", "a13"}) {
            assertThat(feed.send(Feed.sample(trigger)).verdict()).isEqualTo("AA");
        }
        assertThat(told())
                .containsSubsequence(
                        "patient-admitted", "discharge-planned", "patient-discharged", "discharge-cancelled");
    }

    @Test
    void nothing_that_identifies_is_told() {
        for (var trigger : Malformed.TRIGGERS) {
            feed.send(Feed.sample(trigger));
        }
        assertThat(feed.space.told(Patients.COLLECTION, person))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.data())
                        .doesNotContain("Quenneville", "Aur", "4711", "5550177", "V-1001", "1985"));
    }
}
