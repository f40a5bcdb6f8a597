package org.alongside.eventing.autoconfigure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.MongoDocumentStore;
import org.alongside.eventing.document.OneWriterWins;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.document.StateConverter;
import org.alongside.eventing.document.Sweep;
import org.alongside.eventing.lane.CatchUp;
import org.alongside.eventing.lane.LaneConfiguration;
import org.alongside.eventing.lane.LaneSettings;
import org.alongside.eventing.relay.Envelopes;
import org.alongside.eventing.relay.KafkaPublisher;
import org.alongside.eventing.relay.OutboxRelay;
import org.alongside.eventing.relay.OwedWorks;
import org.alongside.eventing.relay.Publisher;
import org.alongside.eventing.relay.Sweeps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Documents, relay and sweeps of one service; switched on by {@code alongside.eventing.service}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnProperty("alongside.eventing.service")
@EnableConfigurationProperties(EventingProperties.class)
@Import(LaneConfiguration.class)
public class EventingAutoConfiguration {

    /** Short, because nothing is lost by asking again and every second of waiting is a second without an offer. */
    private static final CircuitBreakerConfig BROKER_AWAY = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build();

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    CutPoints cutPoints() {
        return CutPoints.NONE;
    }

    /** A store that is away is said to be away within seconds, so that a partition pauses instead of a consumer hanging. */
    @Bean
    MongoClientSettingsBuilderCustomizer storeTimeouts() {
        return settings -> settings.applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(3, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase serviceDatabase(MongoClient client, MongoProperties properties) {
        return client.getDatabase(properties.getMongoClientDatabase());
    }

    @Bean
    @ConditionalOnMissingBean
    DocumentStore documentStore(MongoDatabase serviceDatabase) {
        var store = new MongoDocumentStore(serviceDatabase);
        OneWriterWins.check(store);
        return store;
    }

    @Bean
    ProducerFactory<String, byte[]> relayProducers(KafkaProperties kafka, EventingProperties properties) {
        return new DefaultKafkaProducerFactory<>(ProducerSettings.of(kafka, properties.sendTimeout()));
    }

    @Bean
    @ConditionalOnMissingBean
    Publisher publisher(ProducerFactory<String, byte[]> relayProducers, CircuitBreakerRegistry breakers) {
        var template = new KafkaTemplate<>(relayProducers);
        template.setProducerListener(
                new org.springframework.kafka.support.ProducerListener<>() {}); // the default one logs key and payload
        return new KafkaPublisher(template, breakers.circuitBreaker("broker", BROKER_AWAY));
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        return new TraceContext(tracers, propagators);
    }

    @Bean
    OutboxRelay outboxRelay(
            DocumentStore store,
            Publisher publisher,
            EventingProperties properties,
            ObjectProvider<OwedWork<?>> works,
            TraceContext traces,
            CatchUp catchUp,
            CutPoints cutPoints,
            MeterRegistry metrics) {
        return new OutboxRelay(
                store,
                publisher,
                new Envelopes(properties.service()),
                new OwedWorks(all(works), traces, catchUp::reached),
                cutPoints,
                metrics,
                properties.sendTimeout().toMillis());
    }

    @Bean
    LaneSettings laneSettings(EventingProperties properties) {
        return new LaneSettings(
                properties.service(), properties.partitions(), properties.parkedLimit(), properties.sessionTimeout());
    }

    @Bean
    DocumentSpace documentSpace(
            DocumentStore store,
            OutboxRelay relay,
            Clock clock,
            CutPoints cutPoints,
            EventingProperties properties,
            TraceContext traces) {
        var ids = Generators.timeBasedEpochGenerator();
        return new DocumentSpace(
                store,
                new StateConverter(),
                clock,
                eventJson(),
                relay,
                cutPoints,
                traces::current,
                () -> ids.generate().toString(),
                new DocumentSpace.Limits(
                        properties.sequenceBase(),
                        properties.outboxCap(),
                        properties.largestEvent(),
                        properties.atHand()));
    }

    /** Absent means not stated, so nothing absent is written. */
    static JsonMapper eventJson() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    @Bean
    Sweeps sweeps(
            DocumentSpace space,
            OutboxRelay relay,
            Clock clock,
            ObjectProvider<DueWork> dueWorks,
            ObjectProvider<Sweep> sweeps,
            CatchUp catchUp,
            EventingProperties properties,
            MeterRegistry metrics) {
        var all =
                new Sweeps(space, relay, clock, all(dueWorks), all(sweeps), catchUp::reached, properties.sweepEvery());
        Gauge.builder("alongside.outbox.depth", all, Sweeps::pending)
                .description("Documents with events to tell or work to do")
                .register(metrics);
        Gauge.builder("alongside.outbox.age", all, Sweeps::oldestPendingSeconds)
                .description("Seconds since the oldest of them was written")
                .baseUnit("seconds")
                .register(metrics);
        return all;
    }

    private static <T> Supplier<List<T>> all(ObjectProvider<T> provider) {
        return () -> provider.orderedStream().toList();
    }
}
