package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCheckTest {

    private final TopicCheck check =
            new TopicCheck(LaneBroker.admin(), LaneBroker.PARTITIONS, LaneConfiguration.TOPICS_KEPT_FOR, Duration.ZERO);

    @Test
    void accepts_topics_with_the_configured_number_of_partitions() {
        var source = LaneBroker.newSource();
        Hearers.soon()
                .untilAsserted(() -> assertThatCode(() -> check.check(List.of("alongside." + source)))
                        .doesNotThrowAnyException());
    }

    @Test
    void names_the_topic_what_was_found_and_what_is_expected() {
        LaneBroker.topic("alongside.narrow", 2);
        Hearers.soon()
                .untilAsserted(() -> assertThatThrownBy(() -> check.check(List.of("alongside.narrow")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("The topic alongside.narrow has 2 partitions, expected are 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 604800000, retention.ms below 5184000000",
        "cleanup.policy, compact, a cleanup.policy other than delete"
    })
    void names_a_topic_on_which_acknowledged_records_could_vanish(String setting, String value, String fault) {
        var topic = "alongside.unsafe-" + value;
        var settings = new HashMap<>(Map.of("retention.ms", "-1"));
        settings.put(setting, value);
        LaneBroker.topic(topic, LaneBroker.PARTITIONS, settings);
        Hearers.soon()
                .untilAsserted(() -> assertThatThrownBy(() -> check.check(List.of(topic)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("The topic " + topic + " has " + fault));
    }

    @Test
    void names_every_topic_that_is_missing() {
        assertThatThrownBy(() -> check.check(List.of("alongside.nowhere", "alongside.neither")))
                .hasMessageContaining("The topic alongside.nowhere does not exist, expected are 3")
                .hasMessageContaining("alongside.neither does not exist");
    }
}
