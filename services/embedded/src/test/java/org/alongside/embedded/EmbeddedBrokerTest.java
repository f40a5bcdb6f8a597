package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    private Path directory;

    @Test
    void has_the_declared_topics_and_keeps_records_between_starts() throws Exception {
        try (var broker = EmbeddedBroker.open(directory, 0, Topics.declared())) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                var names =
                        List.of("alongside.intake", "alongside.mentorship", "alongside.groups", "alongside.continuum");
                assertThat(admin.listTopics().names().get()).containsAll(new HashSet<>(names));
                assertThat(admin.describeTopics(names).allTopicNames().get().values())
                        .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
            }
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("alongside.intake", 3, "key", "value"))
                        .get();
            }
        }
        try (var broker = EmbeddedBroker.open(directory, 0, Topics.declared());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition("alongside.intake", 3);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(10)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }
}
