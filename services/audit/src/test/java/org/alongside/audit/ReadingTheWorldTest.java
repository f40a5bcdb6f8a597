package org.alongside.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.alongside.audit.Tale.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Count;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A real broker and a store that speaks the real protocol. */
class ReadingTheWorldTest {

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedStore store;
    private static int ann;

    @BeforeAll
    static void open() {
        broker = EmbeddedBroker.open(directory.resolve("broker"), 0, Topics.declared());
        store = EmbeddedStore.open(directory.resolve("store"), 0);
    }

    @AfterAll
    static void close() {
        store.close();
        broker.close();
    }

    @Test
    void a_world_is_read_from_its_first_record_until_all_beginnings_are_forgotten() throws Exception {
        anEmptyWorldIsAnErrorUnlessItIsAllowed();
        aWholeWorldIsReadAndFoundWhole();
        aRecordThatNobodyAppliedIsFound();
        aRecordWithoutAnEnvelopeIsNamedByWhereItStands();
        whatIsDeletedAndIsNobodysBeginningChangesNothing();
        aWorldWhoseBeginningsAreAllForgottenIsNotJudged();
    }

    private static void anEmptyWorldIsAnErrorUnlessItIsAllowed() {
        assertThat(audit().code()).isEqualTo(1);
        assertThat(audit().said()).contains("proves nothing");
        assertThat(audit("--empty-ok").code()).isZero();
    }

    private static void aWholeWorldIsReadAndFoundWhole() throws Exception {
        keep("intake", "patients", 1);
        keep("mentorship", "mentees", 0);
        keep("groups", "participants", 0);
        keep("continuum", "journeys", 0);
        tell(1, "patient-admitted");
        var json = directory.resolve("findings.json");
        var outcome = audit("--json", json.toString());
        assertThat(outcome.said())
                .contains("1  records of alongside.intake")
                .contains("1  documents of intake/patients");
        assertThat(outcome.code()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(json))
                        .path("clean")
                        .asBoolean())
                .isTrue();
    }

    private static void aRecordThatNobodyAppliedIsFound() throws Exception {
        tell(2, "consent-granted");
        var findings = new Audit(settings()).run();
        assertThat(findings.number(Count.LOST)).isEqualTo(4); // three who listen, and the document behind its lane
        assertThat(findings.read()).containsEntry("records of alongside.intake", 2L);
    }

    private static void aRecordWithoutAnEnvelopeIsNamedByWhereItStands() {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>("alongside.groups", 0, "key", "{}"));
        }
        assertThat(new Audit(settings()).run().faults(Count.INVALID))
                .singleElement()
                .satisfies(fault -> assertThat(fault.about()).isEqualTo("alongside.groups 0:0"));
    }

    private static void whatIsDeletedAndIsNobodysBeginningChangesNothing() throws Exception {
        delete(new TopicPartition("alongside.groups", 0));
        assertThat(audit().said())
                .contains("1  people judged from their beginning")
                .contains("4  lost");
    }

    private static void aWorldWhoseBeginningsAreAllForgottenIsNotJudged() throws Exception {
        delete(new TopicPartition("alongside.intake", ann));
        assertThat(audit().said()).contains("deleted everybody's first records").doesNotContain("lost");
        assertThat(audit().code()).isEqualTo(1);
    }

    private static void delete(TopicPartition first) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
    }

    private record Outcome(int code, String said) {}

    private static Outcome audit(String... more) {
        var said = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(
                List.of("--kafka", broker.bootstrapServers(), "--mongo", store.uri(), "--patience", "0"));
        arguments.addAll(List.of(more));
        var out = new PrintStream(said, true, UTF_8);
        return new Outcome(Audit.run(arguments.toArray(String[]::new), out, out), said.toString(UTF_8));
    }

    private static AuditSettings settings() {
        return AuditSettings.of(
                List.of("--kafka", broker.bootstrapServers(), "--mongo", store.uri(), "--patience", "0"));
    }

    private static void keep(String service, String collection, long seq) {
        try (var client = MongoClients.create(store.uri())) {
            client.getDatabase("alongside-" + service)
                    .getCollection(collection)
                    .insertOne(new Document("_id", ANN)
                            .append("version", 1L)
                            .append("seq", seq)
                            .append("dueAt", new Date())
                            .append("outbox", new Document())
                            .append("receipts", new Document("intake", 1L)));
        }
    }

    private static void tell(long number, String type) throws Exception {
        try (var producer = producer()) {
            var record = new ProducerRecord<>("alongside.intake", ANN, "{\"patientId\":\"" + ANN + "\"}");
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            "event-" + number,
                            "ce_source",
                            "/alongside/intake",
                            "ce_type",
                            "org.alongside.intake." + type,
                            "ce_subject",
                            "patient/" + ANN,
                            "ce_sequence",
                            Long.toString(number),
                            "ce_time",
                            Instant.now().toString(),
                            "ce_dataschema",
                            "urn:alongside:intake:" + type + ":1.0.0",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            ann = producer.send(record).get().partition();
        }
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new StringSerializer());
    }
}
