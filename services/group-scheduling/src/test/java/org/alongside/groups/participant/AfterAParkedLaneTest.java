package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.alongside.groups.group.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record could not be applied; staff saw to it, and those that waited behind it were replayed. */
class AfterAParkedLaneTest {

    private final World world = new World();

    @BeforeEach
    void a_group() {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10));
    }

    @Test
    void somebody_new_is_seated() {
        world.parksLane(ANN);
        world.admit(ANN);
        world.lanesFlow(ANN);
        world.timePassesTo("2026-03-02T15:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void somebody_whose_admission_was_cancelled_is_not() {
        world.admit(ANN);
        world.settle();
        world.parksLane(ANN);
        world.cancel(ANN);
        world.lanesFlow(ANN);
        world.timePassesTo("2026-03-02T15:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.group("wednesday").places().claims()).isEmpty();
    }

    @Test
    void until_then_nothing_is_decided_and_nothing_fails() {
        world.parksLane(ANN);
        world.admit(ANN);
        world.timePassesTo("2026-03-03T15:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).isEmpty();
    }

    @Test
    void somebody_who_was_discharged_meanwhile_is_not_seated_in_the_iop_phase_any_more() {
        world.admit(ANN);
        world.parksLane(ANN);
        world.discharge(ANN, "completed");
        world.lanesFlow(ANN);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).isEmpty();
        assertThat(world.group("wednesday").places().claims()).isEmpty();
    }

    @Test
    void nor_when_time_is_what_looks_first() {
        world.admit(ANN);
        world.parksLane(ANN);
        world.discharge(ANN, "completed");
        world.lanesFlow(ANN);
        world.timePassesTo("2026-03-02T15:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).isEmpty();
        assertThat(world.group("wednesday").places().claims()).isEmpty();
    }
}
