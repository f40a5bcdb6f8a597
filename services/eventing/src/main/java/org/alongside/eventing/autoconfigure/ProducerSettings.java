package org.alongside.eventing.autoconfigure;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** What the relay needs of a producer whatever else is configured: all replicas, no doubling by retry, bytes as they are. */
final class ProducerSettings {

    private ProducerSettings() {}

    static Map<String, Object> of(KafkaProperties kafka, Duration sendTimeout) {
        var settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(
                ProducerConfig.LINGER_MS_CONFIG, 0); // one record in flight per lane: waiting for company only delays
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) sendTimeout.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) sendTimeout.toMillis() / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, sendTimeout.toMillis());
        return settings;
    }
}
