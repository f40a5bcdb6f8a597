package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCheckTest {

    private final TopicCheck check = new TopicCheck(LaneBroker.admin(), LaneBroker.PARTITIONS, Duration.ZERO);

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

    @Test
    void names_every_topic_that_is_missing() {
        assertThatThrownBy(() -> check.check(List.of("alongside.nowhere", "alongside.neither")))
                .hasMessageContaining("The topic alongside.nowhere does not exist, expected are 3")
                .hasMessageContaining("alongside.neither does not exist");
    }
}
