package org.alongside.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.lane.LaneParked;
import org.alongside.eventing.lane.LaneSettings;
import org.alongside.eventing.lane.TellingParkedLanes;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class TellingStaffTest {

    private static final String PERSON = "4f1c2a9be07d4c55a3d8e6b1907f2c34";

    private final TestSpace space = new TestSpace(Clock.systemUTC());

    @Test
    void a_parked_lane_and_its_end_are_told_as_agreed() {
        var telling = new TellingStaff()
                .parkedLanesTold(space.space(), new LaneSettings("mentorship", 12, 8, Duration.ofSeconds(6)));
        telling.parked("intake", PERSON, "patient-discharged");
        telling.unparked("intake", PERSON);
        telling.parked("intake", "Jane Canary", "unreadable");

        var contracts = Contracts.load();
        for (var lane : List.of(PERSON, "Jane Canary")) {
            var id = LaneParked.of("mentorship", "intake", lane, "").parkedLaneId();
            assertThat(space.told(TellingParkedLanes.COLLECTION, id))
                    .isNotEmpty()
                    .allSatisfy(
                            event -> assertThat(contracts.violations("mentorship", event.type(), "1.0.0", event.data()))
                                    .isEmpty());
        }
    }
}
