package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Map;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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

    @Test
    void a_withdrawn_death_brings_no_hand_off_of_the_time_before_back() {
        world.requestSeat(ANN, 1);
        world.secured(ANN);
        world.settle();
        world.moveTo("2026-03-03T12:00:00Z");
        world.dies(ANN);
        world.moveTo("2026-03-03T13:00:00Z");
        world.lives(ANN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");

        world.moveTo("2026-03-04T12:00:00Z");
        world.requestSeat(ANN, 2);
        world.settle();
        world.moveTo("2026-03-08T12:00:00Z");
        world.discharge(ANN, "completed");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        world.secured(ANN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
    }

    @Test
    void once_the_iop_seats_have_ended_none_is_given_by_hand() {
        world.discharge(ANN, "against-advice");
        world.task(ANN, "left-against-advice", null);
        world.settle();
        assertThatThrownBy(() -> world.seating.give(ANN, "wednesday", world.command("g")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("iop-phase-over"));
        world.seating.give(ANN, "friday-alumni", world.command("a"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
    }

    @Test
    void a_first_session_that_moves_is_told_to_the_hand_off() {
        world.requestSeat(ANN, 1);
        world.settle();
        assertThat(world.last(ANN, "seat-reserved").path("firstSessionAt").asString())
                .isEqualTo("2026-03-06T22:00:00Z");
        world.change(
                "friday-alumni",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.ALUMNI, DayOfWeek.SATURDAY, "17:00", 10)
                                .series()));
        world.settle();
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("firstSessionAt").asString()).isEqualTo("2026-03-07T22:00:00Z");
        assertThat(seat.path("requestId").asString()).isEqualTo(ANN + "-r1");
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "seat-reserved", "seat-reserved");
        world.seating.look(ANN);
        assertThat(world.told(ANN)).hasSize(3);
    }

    private static final String SECOND_STAY = ANN + "-a2";

    /** Handed off, at home in the alumni group, and in treatment again. */
    private void backInTreatment() {
        world.requestSeat(ANN, 1);
        world.discharge(ANN, "completed");
        world.secured(ANN);
        world.settle();
        world.timePassesTo("2026-03-20T12:00:00Z");
        world.admitAgain(ANN, SECOND_STAY);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni", "held wednesday");
    }

    @Test
    void a_second_hand_off_is_answered_with_the_alumni_seat_that_is_there() {
        backInTreatment();
        world.requestSeat(ANN, SECOND_STAY, 2);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni", "held wednesday");
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("seatId").asString()).isEqualTo(ANN + "-s2");
        assertThat(seat.path("admissionId").asString()).isEqualTo(SECOND_STAY);
        assertThat(seat.path("requestId").asString()).isEqualTo(ANN + "-r2");

        world.discharge(ANN, SECOND_STAY, "completed");
        world.secured(ANN, SECOND_STAY);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
        assertThat(reason()).isEqualTo("handoff-secured");
    }

    @Test
    void a_second_hand_off_that_is_called_off_leaves_the_alumni_seat_to_the_first() {
        backInTreatment();
        world.requestSeat(ANN, SECOND_STAY, 2);
        world.withdraw(ANN, SECOND_STAY, 2);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni", "held wednesday");
        assertThat(world.last(ANN, "seat-reserved").path("requestId").asString())
                .isEqualTo(ANN + "-r1");

        world.requestSeat(ANN, SECOND_STAY, 3);
        world.cancel(ANN, SECOND_STAY);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday-alumni");
        assertThat(world.last(ANN, "seat-reserved").path("admissionId").asString())
                .isEqualTo(World.stay(ANN));
    }

    @Test
    void of_stays_that_overlap_the_one_that_is_left_last_gets_the_alumni_seat() {
        world.moveTo("2026-03-03T12:00:00Z");
        world.admitAgain(ANN, SECOND_STAY);
        world.requestSeat(ANN, SECOND_STAY, 1);
        world.discharge(ANN, SECOND_STAY, "step-down");
        world.settle();
        assertThat(world.last(ANN, "seat-reserved").path("requestId").asString())
                .isEqualTo(ANN + "-r1");

        world.moveTo("2026-03-05T12:00:00Z");
        world.discharge(ANN, "completed");
        world.requestSeat(ANN, 2);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        assertIsTheFirstStays(world.last(ANN, "seat-reserved"));
    }

    @Test
    void a_stay_that_goes_on_gets_the_alumni_seat_of_one_within_it() {
        world.moveTo("2026-03-03T12:00:00Z");
        world.admitAgain(ANN, SECOND_STAY);
        world.requestSeat(ANN, SECOND_STAY, 1);
        world.discharge(ANN, SECOND_STAY, "step-down");
        world.requestSeat(ANN, 2);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday-alumni");
        assertIsTheFirstStays(world.last(ANN, "seat-reserved"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T15:00:00Z", "2026-03-03T12:00:00Z"})
    void of_stays_left_at_the_same_instant_the_later_one_gets_the_alumni_seat(String admittedAgain) {
        world.moveTo(admittedAgain);
        world.admitAgain(ANN, SECOND_STAY);
        world.discharge(ANN, SECOND_STAY, "completed");
        world.discharge(ANN, "completed");
        world.requestSeat(ANN, 1);
        world.settle();
        assertThat(world.last(ANN, "seat-reserved").path("requestId").asString())
                .isEqualTo(ANN + "-r1");
        world.requestSeat(ANN, SECOND_STAY, 2);
        world.settle();
        assertThat(world.last(ANN, "seat-reserved").path("requestId").asString())
                .isEqualTo(ANN + "-r2");
    }

    private static void assertIsTheFirstStays(JsonNode seat) {
        assertThat(seat.path("requestId").asString()).isEqualTo(ANN + "-r2");
        assertThat(seat.path("admissionId").asString()).isEqualTo(World.stay(ANN));
        assertThat(seat.path("groupId").asString()).isEqualTo("friday-alumni");
    }
}
