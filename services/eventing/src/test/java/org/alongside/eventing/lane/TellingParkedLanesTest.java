package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class TellingParkedLanesTest {

    private static final String PERSON = "4f1c2a9be07d4c55a3d8e6b1907f2c34";

    private final TestSpace space = Hearers.newSpace();
    private final TellingParkedLanes telling =
            new TellingParkedLanes(space.space(), new LaneSettings("here", 3, 8, Duration.ofSeconds(6)));

    private List<String> told(String lane) {
        return space.told(TellingParkedLanes.COLLECTION, LaneParked.id("here", "there", lane)).stream()
                .map(event -> event.type() + " " + event.data())
                .toList();
    }

    @Test
    void each_parked_lane_is_told_of_once_in_a_lane_of_its_own_and_again_when_it_is_parked_again() {
        telling.parked("there", PERSON, "counted");
        telling.parked("there", PERSON, "counted");
        telling.unparked("there", PERSON);
        telling.unparked("there", PERSON);
        telling.parked("there", PERSON, "unreadable");

        var id = LaneParked.id("here", "there", PERSON);
        assertThat(told(PERSON))
                .containsExactly(
                        "lane-parked {\"parkedLaneId\":\"%s\",\"source\":\"there\",\"lane\":\"%s\",\"type\":\"counted\"}"
                                .formatted(id, PERSON),
                        "lane-unparked {\"parkedLaneId\":\"%s\"}".formatted(id),
                        "lane-parked {\"parkedLaneId\":\"%s\",\"source\":\"there\",\"lane\":\"%s\",\"type\":\"unreadable\"}"
                                .formatted(id, PERSON));
    }

    @Test
    void a_key_that_is_no_id_is_not_repeated() {
        telling.parked("there", "Jane Canary", "unreadable");

        assertThat(told("Jane Canary"))
                .singleElement()
                .asString()
                .doesNotContain("Canary")
                .contains("\"source\":\"there\"");
    }
}
