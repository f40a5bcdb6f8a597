package org.alongside.eventing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends to Kafka in CloudEvents binary mode. While the broker keeps failing, a circuit breaker answers at once instead of
 * letting every document wait for its timeout.
 */
public final class KafkaPublisher implements Publisher {

    private final KafkaOperations<String, byte[]> kafka;
    private final CircuitBreaker breaker;

    public KafkaPublisher(KafkaOperations<String, byte[]> kafka, CircuitBreaker breaker) {
        this.kafka = kafka;
        this.breaker = breaker;
    }

    @Override
    public Future<?> send(Envelope envelope) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(CallNotPermittedException.createCallNotPermittedException(breaker));
        }
        long start = System.nanoTime();
        try {
            return kafka.send(record(envelope)).whenComplete((result, failure) -> {
                if (failure == null) {
                    breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                } else {
                    breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
                }
            });
        } catch (RuntimeException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(Envelope envelope) {
        var record = new ProducerRecord<>(
                envelope.topic(), envelope.key(), envelope.data().getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", envelope.id());
        header(record, "ce_source", envelope.source());
        header(record, "ce_type", envelope.type());
        header(record, "ce_subject", envelope.subject());
        header(record, "ce_sequence", Long.toString(envelope.sequence()));
        header(record, "ce_time", envelope.time().toString());
        header(record, "ce_dataschema", envelope.dataschema());
        header(record, "content-type", "application/json");
        if (envelope.traceparent() != null) {
            header(record, "traceparent", envelope.traceparent());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
