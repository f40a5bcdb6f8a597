package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Map;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.groups.group.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOffSeatTest {

    private World world = new World();

    @BeforeEach
    void in_treatment() {
        opened();
    }

    private void opened() {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10));
        world.open("friday-alumni", World.plan(Phase.ALUMNI, DayOfWeek.FRIDAY, "17:00", 10));
        world.admit(ANN);
        world.settle();
    }

    private String reason() {
        return world.last(ANN, "seat-released").path("reason").asString();
    }

    @Test
    void the_hand_off_gets_an_alumni_seat_with_its_request() {
        world.requestSeat(ANN, 1);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("requestId").asString()).isEqualTo(ANN + "-r1");
        assertThat(seat.path("phase").asString()).isEqualTo("alumni");
    }

    @Test
    void a_request_ahead_of_the_admission_is_kept_until_the_person_is_known() {
        var early = "e".repeat(32);
        world.requestSeat(early, 1);
        world.settle();
        assertThat(world.last(early, "seat-waitlisted").path("requestId").asString())
                .isEqualTo(early + "-r1");
        world.admit(early);
        world.settle();
        assertThat(world.seats(early)).contains("held friday-alumni");
    }

    @Test
    void a_withdrawn_request_gives_back_what_it_got_and_nothing_else() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.withdraw(ANN, 2);
        world.settle();
        assertThat(world.seats(ANN)).contains("held friday-alumni");
        world.withdraw(ANN, 1);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        assertThat(reason()).isEqualTo("request-withdrawn");
    }

    @Test
    void a_newer_request_is_answered_with_the_seat_that_is_there() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.requestSeat(ANN, 2);
        world.settle();
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("requestId").asString()).isEqualTo(ANN + "-r2");
        assertThat(seat.path("seatId").asString()).isEqualTo(ANN + "-s2");
        assertThat(world.seats(ANN)).hasSize(2);
    }

    @Test
    void a_discharge_ends_no_peer_seat() {
        world.requestSeat(ANN, 1);
        world.discharge(ANN, "completed");
        world.settle();
        world.timePassesTo("2026-06-01T00:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
    }

    @Test
    void secured_and_the_first_alumni_session_over_end_the_iop_seat() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.discharge(ANN, "completed");
        world.secured(ANN);
        world.timePassesTo("2026-03-06T22:59:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        world.timePassesTo("2026-03-06T23:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
        assertThat(reason()).isEqualTo("handoff-secured");
        assertThat(world.participants.find(ANN).orElseThrow().state().lookAt()).isNull();
    }

    @Test
    void before_the_discharge_an_alumni_session_ends_nothing() {
        world.requestSeat(ANN, 1);
        world.secured(ANN);
        world.settle();
        world.timePassesTo("2026-03-10T00:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        world.discharge(ANN, "completed");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
    }

    @Test
    void not_secured_the_first_alumni_session_ends_nothing() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.discharge(ANN, "completed");
        world.timePassesTo("2026-03-10T00:00:00Z");
        assertThat(world.seats(ANN)).hasSize(2);
    }

    @Test
    void a_task_and_the_overlap_of_the_disposition_end_the_iop_seat() {
        world.discharge(ANN, "completed");
        world.task(ANN, "alumni-seat-overdue", ANN + "-h1");
        world.settle();
        world.timePassesTo("2026-03-16T14:59:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        world.timePassesTo("2026-03-16T15:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(reason()).isEqualTo("overlap-ended");
    }

    @Test
    void against_advice_the_task_ends_it_at_once_and_another_task_does_not() {
        world.discharge(ANN, "against-advice");
        world.task(ANN, "absence-streak", null);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        world.task(ANN, "left-against-advice", null);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospital", "jail"})
    void away_in_hospital_or_jail_a_place_is_kept_for_as_long_as_the_centre_says(String away) {
        world = new World(World.settings(1, Map.of(away, 14), World.weights()), new FakeDocumentStore());
        opened();
        world.discharge(ANN, away);
        world.task(ANN, "paused-return-unknown", null);
        world.timePassesTo("2026-03-16T14:59:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        world.timePassesTo("2026-03-16T15:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(reason()).isEqualTo("overlap-ended");
    }

    @Test
    void a_longer_overlap_keeps_the_seat_longer() {
        world = new World(World.settings(1, Map.of("completed", 30), World.weights()), new FakeDocumentStore());
        opened();
        world.discharge(ANN, "completed");
        world.task(ANN, "alumni-seat-overdue", ANN + "-h1");
        world.timePassesTo("2026-03-20T00:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        world.timePassesTo("2026-04-02T00:00:00Z");
        assertThat(world.seats(ANN)).isEmpty();
    }

    @Test
    void a_cancelled_discharge_takes_the_permission_back() {
        world.requestSeat(ANN, 1);
        world.discharge(ANN, "completed");
        world.secured(ANN);
        world.settle();
        world.moveTo("2026-03-03T12:00:00Z");
        world.dischargeCancelled(ANN);
        world.settle();
        world.timePassesTo("2026-03-20T00:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
    }

    @Test
    void a_cancelled_discharge_brings_the_iop_seat_back() {
        world.discharge(ANN, "against-advice");
        world.task(ANN, "left-against-advice", null);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        world.moveTo("2026-03-03T12:00:00Z");
        world.dischargeCancelled(ANN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void a_cancelled_admission_releases_all_of_it() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.cancel(ANN);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(reason()).isEqualTo("admission-cancelled");
        assertThat(world.group("wednesday").places().claims()).isEmpty();
        assertThat(world.group("friday-alumni").places().claims()).isEmpty();
    }

    @Test
    void a_death_releases_all_and_nothing_is_sought_again() {
        world.requestSeat(ANN, 1);
        world.settle();
        world.dies(ANN);
        world.settle();
        world.requestSeat(ANN, 2);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(reason()).isEqualTo("patient-deceased");
    }
}
