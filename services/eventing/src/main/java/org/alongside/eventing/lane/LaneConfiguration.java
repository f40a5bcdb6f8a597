package org.alongside.eventing.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Sweep;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the lanes together. Listeners are asked for only when the service starts, because what they call may itself ask
 * {@link CatchUp} or {@link Lanes}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:/org/alongside/eventing/lane/readiness.properties")
public class LaneConfiguration {

    /** As infra/kafka/topics.yaml declares: the longest outage planned for and the oldest backup together. */
    static final Duration TOPICS_KEPT_FOR = Duration.ofDays(60);

    private static final Duration TOPICS_APPEAR_WITHIN = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    Admin laneAdmin(KafkaAdmin connection) {
        return Admin.create(connection.getConfigurationProperties());
    }

    @Bean
    Offsets laneOffsets(Admin laneAdmin) {
        return new Offsets(laneAdmin);
    }

    @Bean
    CatchUp catchUp(Offsets offsets) {
        return new CatchUp(offsets, InstantSource.system());
    }

    @Bean
    LaneMetrics laneMetrics(MeterRegistry meters) {
        return new LaneMetrics(meters);
    }

    @Bean
    Applying laneApplying(JsonMapper json, LaneMetrics metrics) {
        return new Applying(json, metrics);
    }

    @Bean
    ParkedLanes parkedLanes(DocumentSpace space, LaneMetrics metrics) {
        return new ParkedLanes(space.store(), metrics);
    }

    @Bean
    SkippedRecords skippedRecords(DocumentSpace space) {
        return new SkippedRecords(space.store());
    }

    @Bean
    Freezing laneFreezing(DocumentSpace space) {
        return new Freezing(space.store());
    }

    @Bean
    Parking laneParking(
            ParkedLanes lanes,
            SkippedRecords skipped,
            Freezing freezing,
            ObjectProvider<ParkedLaneListener> people,
            LaneMetrics metrics,
            LaneSettings settings) {
        return new Parking(
                lanes, skipped, freezing, () -> people.orderedStream().toList(), metrics, settings.parkedLimit());
    }

    @Bean
    Sweep mendingParkedLanes(ObjectProvider<LaneListener> listeners, Parking parking) {
        return () -> listeners.orderedStream().forEach(parking::mend);
    }

    @Bean
    Replaying laneReplaying(
            ObjectProvider<LaneListener> listeners,
            ParkedLanes lanes,
            SkippedRecords skipped,
            Freezing freezing,
            Parking parking,
            Applying applying) {
        return new Replaying(() -> listeners.orderedStream().toList(), lanes, skipped, freezing, parking, applying);
    }

    @Bean
    Skipping laneSkipping(ParkedLanes lanes, Replaying replaying) {
        return new Skipping(lanes, replaying);
    }

    @Bean
    ParkedController parkedController(
            ParkedLanes lanes, Replaying replaying, Skipping skipping, SkippedRecords skipped) {
        return new ParkedController(lanes, replaying, skipping, skipped);
    }

    @Bean
    Consumers laneConsumers(
            ConsumerFactory<?, ?> connection,
            KafkaProperties kafka,
            LaneSettings settings,
            MeterRegistry meters,
            ObjectProvider<ObservationRegistry> observations) {
        return Consumers.of(
                connection.getConfigurationProperties(),
                settings.sessionTimeout(),
                Objects.requireNonNullElse(kafka.getListener().getConcurrency(), 1),
                meters,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    Lanes lanes(
            LaneSettings settings,
            ObjectProvider<LaneListener> listeners,
            Admin laneAdmin,
            Offsets offsets,
            CatchUp catchUp,
            Consumers consumers,
            Applying applying,
            Parking parking,
            LaneMetrics metrics) {
        return new Lanes(
                settings,
                () -> listeners.orderedStream().toList(),
                offsets,
                new TopicCheck(laneAdmin, settings.partitions(), TOPICS_KEPT_FOR, TOPICS_APPEAR_WITHIN),
                catchUp,
                parking,
                (listener, later) -> new LaneContainer(
                        listener, settings.group(listener), consumers, applying, parking, metrics, later));
    }

    @Bean
    LanesHealth lanesHealthIndicator(Lanes lanes, CatchUp catchUp) {
        return new LanesHealth(lanes, catchUp);
    }
}
