package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is heard while a lane is parked is kept; what follows from it is decided as soon as the lane is whole again. */
class HearingFactsWhileFrozenTest {

    private final Centre centre = new Centre();

    @Test
    void who_left_against_advice_is_called_as_soon_as_the_lane_flows() {
        centre.admittedWithLeave().parked("intake").discharged("against-advice");
        assertThat(centre.openTasks()).isEmpty();

        centre.flows("intake").passes(Duration.ZERO);
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
        assertThat(centre.journey().reviewAt()).isNull();
    }

    @Test
    void the_next_fact_of_another_lane_decides_it_too() {
        centre.admittedWithLeave().parked("intake").discharged("against-advice");
        centre.flows("intake").waitlistedForSeat("any");
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
    }
}
