package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.lane.Hearers.Told;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import tools.jackson.databind.json.JsonMapper;

class LaneConfigurationTest {

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();

    private ApplicationContextRunner context(boolean beforeServing) {
        var listener = LaneListener.to(source).on("counted", Told.class, (in, told) -> heard.add(in.lane()));
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        KafkaAutoConfiguration.class,
                        ApplicationAvailabilityAutoConfiguration.class,
                        AvailabilityProbesAutoConfiguration.class,
                        HealthContributorAutoConfiguration.class,
                        HealthContributorRegistryAutoConfiguration.class,
                        HealthEndpointAutoConfiguration.class))
                .withUserConfiguration(LaneConfiguration.class)
                .withBean(DocumentSpace.class, () -> Hearers.newSpace().space())
                .withBean(JsonMapper.class, () -> JsonMapper.builder().build())
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(ObservationRegistry.class, this::observing)
                .withBean(
                        LaneSettings.class,
                        () -> new LaneSettings(service, LaneBroker.PARTITIONS, 8, Duration.ofSeconds(6)))
                .withBean(LaneListener.class, () -> (beforeServing ? listener.beforeServing() : listener).build())
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers="
                                + LaneBroker.connection().get("bootstrap.servers"),
                        "management.endpoint.health.show-components=always");
    }

    private ObservationRegistry observing() {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<KafkaRecordReceiverContext>() {
            @Override
            public void onStart(KafkaRecordReceiverContext context) {
                traces.add(String.valueOf(context.getGetter().get(context.getCarrier(), "traceparent")));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof KafkaRecordReceiverContext;
            }
        });
        return registry;
    }

    @Test
    void hears_records_and_continues_their_trace() {
        context(false).run(context -> {
            var record = LaneBroker.event(source, null, "ann", 1, "counted", "{\"number\":1}");
            LaneBroker.header(record, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            LaneBroker.send(record);
            Hearers.soon().until(() -> heard.contains("ann"));
            assertThat(traces).containsExactly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            Hearers.soon().until(() -> context.getBean(Lanes.class).unread() == 0);
            assertThat(context.getBean(MeterRegistry.class).getMeters())
                    .anyMatch(meter -> meter.getId().getName().startsWith("kafka.consumer."));
        });
    }

    @Test
    void lanes_are_part_of_readiness() {
        context(true)
                .run(context -> Hearers.soon().untilAsserted(() -> {
                    var ready = (CompositeHealthDescriptor)
                            context.getBean(HealthEndpoint.class).healthForPath("readiness");
                    assertThat(ready.getComponents()).containsOnlyKeys("lanes", "readinessState");
                    assertThat(ready.getComponents().get("lanes").getStatus().getCode())
                            .isEqualTo("UP");
                }));
    }

    @Test
    void a_topic_with_another_number_of_partitions_keeps_the_service_from_starting() {
        context(false)
                .withBean(
                        "other",
                        LaneListener.class,
                        () -> LaneListener.to("nobody").build())
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("The topic alongside.nobody does not exist"));
    }
}
