package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.alongside.eventing.lane.CatchUp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a store that were there before are used as they are given, with what they hold. */
class NeighboursFromOutsideTest {

    private static final int UNREAD = 600;

    @TempDir
    private Path outside;

    @TempDir
    private Path data;

    @Test
    void are_used_and_what_they_hold_is_read_before_anybody_is_served() {
        try (var broker = EmbeddedBroker.open(outside.resolve("kafka"), 0, Topics.declared());
                var store = EmbeddedStore.open(outside.resolve("store"), 0)) {
            tell(broker.bootstrapServers());
            var uri = store.uri() + "/?appName=centre&retryWrites=false";
            var options = new Options(data, null, true, broker.bootstrapServers(), uri, Running.FIRST_MORNING, null);
            try (var running = Running.with(options, List.of());
                    var client = MongoClients.create(store.uri())) {
                for (var service : Service.values()) {
                    var catchUp = running.standalone().context(service).getBean(CatchUp.class);
                    assertThat(catchUp.reached()).as(service.shortName()).isTrue();
                }
                assertThat(running.address("kafka")).isEqualTo(broker.bootstrapServers());
                assertThat(running.address("mongo")).isEqualTo(store.uri());
                assertThat(client.listDatabaseNames().into(new ArrayList<>()))
                        .contains(
                                "alongside-intake", "alongside-mentorship", "alongside-groups", "alongside-continuum");
                assertThat(data.resolve("kafka")).doesNotExist();
                assertThat(data.resolve("store")).doesNotExist();
            }
        }
    }

    /** Events that nobody here knows are read and left alone. */
    private static void tell(String bootstrapServers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.idempotence", false),
                new StringSerializer(),
                new StringSerializer())) {
            for (int n = 1; n <= UNREAD; n++) {
                var record = new ProducerRecord<>("alongside.intake", "somebody-" + n, "{}");
                Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "event-" + n,
                                "ce_source", "/alongside/intake",
                                "ce_type", "org.alongside.intake.told-by-a-later-version",
                                "ce_sequence", "1",
                                "ce_time", "2026-03-02T10:00:00Z")
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }

    @Test
    void keep_their_ports() throws IOException {
        var embedded = Options.in(data);
        var ports = Ports.of(embedded);
        var given = new Options(data, null, true, "127.0.0.1:9092", "mongodb://127.0.0.1", null, null);
        for (var name : List.of("kafka", "mongo")) {
            try (var neighbour = new ServerSocket(ports.of(name), 1, InetAddress.getLoopbackAddress())) {
                assertThat(neighbour.isBound()).isTrue();
                assertThat(refused(ports, embedded)).contains(name);
                assertThat(refused(ports, given)).isEmpty();
            }
        }
    }

    private static String refused(Ports ports, Options options) {
        try {
            ports.refuseTaken(options);
            return "";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void are_published_without_what_signs_in_there() {
        assertThat(Standalone.withoutSecrets("mongodb://clinic:secret@a:27017,b:27018/?replicaSet=rs0&tls=true"))
                .isEqualTo("mongodb://a:27017,b:27018");
    }
}
