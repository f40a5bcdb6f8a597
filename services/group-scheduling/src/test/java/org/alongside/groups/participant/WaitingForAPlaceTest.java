package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.alongside.groups.participant.World.BEN;
import static org.alongside.groups.participant.World.CAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.alongside.groups.group.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingForAPlaceTest {

    private final World world = new World();

    @BeforeEach
    void one_place() {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 1));
        world.admit(ANN);
        world.settle();
    }

    private void leaves(String person) {
        world.seating.release(
                person, world.seatIn(person, "wednesday"), LeavingReason.LEFT, world.command("l" + person));
    }

    @Test
    void a_full_group_has_a_queue_and_the_position_is_told() {
        world.admit(BEN);
        world.settle();
        world.admit(CAT);
        world.settle();
        var wait = world.last(CAT, "seat-waitlisted");
        assertThat(wait.path("position").asInt()).isEqualTo(2);
        assertThat(wait.path("groupId").asString()).isEqualTo("wednesday");
        assertThat(wait.path("seatId").asString()).isEqualTo(CAT + "-s1");
        assertThat(wait.path("excluded").toString()).isEqualTo("[{\"rule\":\"group-full\",\"count\":1}]");
    }

    @Test
    void every_full_group_is_counted_though_only_the_best_are_named() {
        for (int n = 1; n <= 12; n++) {
            world.open("full-" + n, World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 1));
            world.admit("%032x".formatted(n));
            world.settle();
        }
        world.admit(BEN);
        world.settle();
        var why = world.why(BEN).needs().getFirst();
        assertThat(why.considered()).isEqualTo(13);
        assertThat(why.counts()).containsExactly(new Search.Excluded("group-full", 13));
        assertThat(why.ranked()).hasSize(10);
        assertThat(world.last(BEN, "seat-waitlisted").path("excluded").toString())
                .isEqualTo("[{\"rule\":\"group-full\",\"count\":13}]");
    }

    @Test
    void whoever_waits_is_listed_for_a_seat_beyond_the_need_too() {
        world.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 1));
        world.admit(BEN);
        world.settle();
        world.seating.give(ANN, "friday", world.command("g"));
        world.settle();
        world.admit(CAT, null, "26-35");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "waiting friday");
        assertThat(new ParticipantController(world.seating, world.participants).participants("waiting", "", 50))
                .extracting(ParticipantAnswer::patientId)
                .containsExactly(ANN, CAT);
    }

    @Test
    void a_freed_place_goes_to_the_head_of_the_queue_in_the_same_write() {
        world.admit(BEN);
        world.settle();
        leaves(ANN);
        new ReleasingSeats(world.groups, world.seating)
                .carryOut(
                        ANN,
                        ANN + "-s1",
                        world.participants.find(ANN).orElseThrow().owed().get(ANN + "-s1"));

        assertThat(world.group("wednesday").places().claims()).containsOnlyKeys(BEN + "-s1");
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-promoted");
        assertThat(world.last(BEN, "seat-promoted").path("seatId").asString()).isEqualTo(BEN + "-s1");
    }

    @Test
    void who_waited_longer_goes_first_wherever_they_waited() {
        world.admit(BEN, null, "26-35");
        world.clock.move(Duration.ofHours(1));
        world.admit(CAT);
        world.settle();
        world.profileOf(BEN, World.profile(1));
        world.settle();
        leaves(ANN);
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
        assertThat(world.seats(CAT)).containsExactly("waiting wednesday");
    }

    @Test
    void somebody_in_a_hand_off_goes_before_everyone_else() {
        world.open("alumni", World.plan(Phase.ALUMNI, DayOfWeek.FRIDAY, "17:00", 1));
        world.seating.give(ANN, "alumni", world.command("a"));
        world.settle();
        world.admit(BEN);
        world.seating.give(BEN, "alumni", world.command("b"));
        world.settle();
        world.clock.move(Duration.ofDays(1));
        world.admit(CAT);
        world.requestSeat(CAT, 1);
        world.settle();

        world.seating.release(ANN, world.seatIn(ANN, "alumni"), LeavingReason.LEFT, world.command("x"));
        world.settle();
        assertThat(world.seats(CAT)).contains("held alumni");
        assertThat(world.seats(BEN)).contains("waiting alumni");
    }

    @Test
    void a_place_elsewhere_is_found_for_who_waits() {
        world.admit(BEN);
        world.settle();
        world.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 5));
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held friday");
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-released", "seat-reserved");
        assertThat(world.group("wednesday").places().queue()).isEmpty();
    }

    @Test
    void more_places_promote() {
        world.admit(BEN);
        world.settle();
        world.change("wednesday", plan -> Plans.capacity(plan, 2));
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
    }

    @Test
    void who_leaves_the_queue_leaves_nothing_behind() {
        world.admit(BEN);
        world.settle();
        world.cancel(BEN);
        world.settle();
        assertThat(world.group("wednesday").places().queue()).isEmpty();
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-released");
    }

    @Test
    void a_leaked_claim_is_dropped_and_the_next_gets_the_place() {
        world.admit(BEN);
        world.settle();
        world.participants.change(
                ANN, Cause.OWN, (kept, now) -> Decision.to(kept.state().with(Seating.NONE)));
        world.sweep.run();
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
    }

    @Test
    void a_seat_whose_claim_was_lost_claims_again_or_falls_back() {
        world.admit(BEN);
        world.settle();
        placesAreLost();
        world.sweep.run();
        world.settle();
        world.sweep.run();
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        assertThat(world.seats(BEN)).containsExactly("waiting wednesday");
        assertThat(world.told(ANN)).containsExactly("seat-reserved");
    }

    private void placesAreLost() {
        world.groups.change("wednesday", Cause.OWN, (kept, now) -> {
            var lost = kept.state();
            return Decision.to(new Group(
                    lost.groupId(),
                    lost.plan(),
                    lost.timetable(),
                    lost.works(),
                    new Places(Map.of(), List.of()),
                    Map.of(),
                    Map.of(),
                    null));
        });
    }

    @Test
    void a_wait_that_was_lost_and_fits_no_more_is_told_to_be_over() {
        world.admit(BEN);
        world.settle();
        placesAreLost();
        world.sweep.run();
        assertThat(world.seats(BEN)).containsExactly("asked wednesday");
        world.profileOf(BEN, World.avoiding(2, "wednesday"));
        world.settle();
        assertThat(world.seats(BEN)).isEmpty();
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-released", "seat-waitlisted");
        assertThat(world.last(BEN, "seat-released").path("seatId").asString()).isEqualTo(BEN + "-s1");
    }

    @Test
    void a_wait_that_was_lost_stays_the_same_wait_when_the_group_has_moved_meanwhile() {
        world.admit(BEN);
        world.settle();
        placesAreLost();
        world.sweep.run();
        world.change(
                "wednesday",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "16:00", 1).series()));
        world.settle();
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-waitlisted");
        assertThat(world.seatIn(BEN, "wednesday")).isEqualTo(BEN + "-s1");
        leaves(ANN);
        world.settle();
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-waitlisted", "seat-promoted");
    }

    @Test
    void a_wait_that_was_lost_and_becomes_a_seat_is_told_as_promoted() {
        world.admit(BEN);
        world.settle();
        placesAreLost();
        leaves(ANN);
        world.sweep.run();
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
        assertThat(world.told(BEN)).containsExactly("seat-waitlisted", "seat-promoted");
    }

    @Test
    void who_has_waited_longer_than_clocks_count_is_found() {
        var in = world.next("intake", BEN, "patient-admitted");
        world.intake.admitted(
                in,
                new IntakeFacts.PatientAdmitted(
                        "riverside",
                        World.stay(BEN),
                        Instant.parse("1900-01-01T00:00:00Z"),
                        "evening",
                        new LevelOfCare("3", "2.1"),
                        "26-35",
                        World.profile(1),
                        List.of()));
        world.settle();
        world.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 5));
        world.settle();
        assertThat(world.seats(BEN)).containsExactly("held friday");
    }
}
