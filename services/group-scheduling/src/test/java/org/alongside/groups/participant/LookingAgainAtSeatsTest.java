package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.alongside.groups.participant.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Set;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Phase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookingAgainAtSeatsTest {

    private final World world = new World();

    @BeforeEach
    void two_groups() {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10));
        world.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10));
        world.admit(ANN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    private String reason() {
        return world.last(ANN, "seat-released").path("reason").asString();
    }

    @Test
    void a_new_wish_to_avoid_somebody_moves_the_one_who_wished() {
        world.admit(BEN, World.avoiding(1, "friday"), "26-35");
        world.settle();
        world.profileOf(ANN, World.avoiding(2, BEN));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "seat-released", "seat-reserved");
        assertThat(reason()).isEqualTo("kept-apart");
    }

    @Test
    void a_wish_to_avoid_is_noted_of_people_only() {
        world.profileOf(ANN, World.avoiding(2, BEN, "friday", "facilitator-1"));
        world.settle();
        assertThat(world.space.store().ids("avoided", new Document(), 10)).containsExactly(BEN);
    }

    @Test
    void a_group_that_becomes_another_audience_s_keeps_only_who_declared_it() {
        world.admit(
                BEN,
                new IntakeFacts.ProfileTold(1, null, null, Set.of("women"), null, null, Set.of("friday"), true),
                "26-35");
        world.settle();
        world.change("wednesday", plan -> Plans.audience(plan, "women"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
        assertThat(world.seats(BEN)).containsExactly("held wednesday");
        assertThat(reason()).isEqualTo("audience");
    }

    @Test
    void a_group_that_moves_into_therapy_is_left_for_another() {
        world.change(
                "wednesday",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.IOP, DayOfWeek.TUESDAY, "19:00", 10).series()));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
        assertThat(reason()).isEqualTo("clashes-with-therapy");
    }

    @Test
    void a_changed_level_keeps_what_still_fits() {
        world.level(ANN, "1", "evening");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held friday");
        world.level(ANN, "0.5", "evening");
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(reason()).isEqualTo("level-of-care-changed");
    }

    @Test
    void a_group_that_gets_a_limit_counts_those_who_sit_there() {
        world.open("open", World.plan(Phase.IOP, DayOfWeek.SATURDAY, "10:00", null));
        world.seating.give(ANN, "open", world.command("o"));
        world.settle();
        assertThat(world.group("open").places().claims()).isEmpty();
        world.change("open", plan -> Plans.capacity(plan, 5));
        world.settle();
        assertThat(world.group("open").places().claims()).hasSize(1);
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "held open");
    }

    @Test
    void a_group_that_gets_a_limit_counts_them_before_anyone_else_sits_down() {
        world.open("open", World.plan(Phase.IOP, DayOfWeek.SATURDAY, "10:00", null));
        world.admit(BEN);
        world.seating.give(ANN, "open", world.command("a"));
        world.seating.give(BEN, "open", world.command("b"));
        world.settle();
        world.change("open", plan -> Plans.capacity(plan, 2));
        assertThat(world.group("open").room()).isZero();
        world.seating.give(ANN, "friday", world.command("f"));
        world.settle();
        assertThat(world.told(ANN)).doesNotContain("seat-released");
        world.release(BEN, "open");
        world.settle();
        assertThat(world.group("open").places().claims()).containsOnlyKeys(world.seatIn(ANN, "open"));
    }

    @Test
    void a_limit_below_those_who_sit_there_is_refused() {
        world.open("open", World.plan(Phase.IOP, DayOfWeek.SATURDAY, "10:00", null));
        world.admit(BEN);
        world.seating.give(ANN, "open", world.command("a"));
        world.seating.give(BEN, "open", world.command("b"));
        world.settle();
        assertThatThrownBy(() -> world.change("open", plan -> Plans.capacity(plan, 1)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("capacity-below-seats"));
        assertThat(world.seats(BEN)).contains("held open");
    }

    @Test
    void a_seat_by_hand_belongs_to_the_stay_that_lacks_one() {
        world.discharge(ANN, "completed");
        world.admitAgain(ANN, ANN + "-a2");
        world.open("saturday", Plans.audience(World.plan(Phase.IOP, DayOfWeek.SATURDAY, "10:00", 10), "women"));
        world.change("friday", plan -> Plans.audience(plan, "women"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");

        var given = world.seating.give(ANN, "saturday", world.command("g"));
        world.settle();
        var seats = world.participants.find(ANN).orElseThrow().state().seating().seats();
        assertThat(seats.get(given.seatId()).admissionId()).isEqualTo(ANN + "-a2");
        assertThat(seats.get(given.seatId()).need()).isEqualTo(ANN + "-a2-iop-1");
    }

    @Test
    void who_leaves_needs_no_reason_and_is_not_offered_the_same_group() {
        world.seating.release(ANN, world.seatIn(ANN, "wednesday"), LeavingReason.LEFT, world.command("l"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
        assertThat(world.why(ANN).needs().getFirst().excluded())
                .containsExactly(new WhyAnswer.ExcludedGroup("wednesday", "left-before"));
    }

    @Test
    void who_leaves_a_seat_beyond_the_need_is_not_offered_the_same_group() {
        world.seating.give(ANN, "friday", world.command("g"));
        world.settle();
        leaves("friday", "1");
        leaves("wednesday", "2");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).endsWith("seat-released", "seat-waitlisted");
        assertThat(world.last(ANN, "seat-waitlisted").path("excluded").toString())
                .isEqualTo("[{\"rule\":\"left-before\",\"count\":2}]");
    }

    @Test
    void a_discharge_that_was_an_error_offers_no_group_again_that_was_left() {
        leaves("wednesday", "1");
        leaves("friday", "2");
        world.discharge(ANN, "completed");
        world.settle();
        world.dischargeCancelled(ANN);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
    }

    @Test
    void who_comes_back_is_offered_what_was_left_in_an_earlier_stay() {
        leaves("wednesday", "1");
        leaves("friday", "2");
        world.discharge(ANN, "completed");
        world.moveTo("2026-03-20T12:00:00Z");
        world.admitAgain(ANN, ANN + "-a2");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
    }

    @Test
    void a_first_session_that_moves_is_told() {
        world.change(
                "wednesday",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "07:00", 10).series()));
        world.settle();
        world.seating.look(ANN);
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "seat-reserved");
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("seatId").asString()).isEqualTo(ANN + "-s1");
        assertThat(seat.path("firstSessionAt").asString()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(seat.has("requestId")).isFalse();
    }

    @Test
    void a_wait_s_first_session_that_moves_is_not_told() {
        world.change("friday", plan -> Plans.capacity(plan, 1));
        world.admit(BEN, World.avoiding(1, "wednesday"), "26-35");
        world.settle();
        world.seating.give(ANN, "friday", world.command("g"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday", "waiting friday");
        world.change(
                "friday",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.IOP, DayOfWeek.FRIDAY, "07:00", 1).series()));
        world.settle();
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "seat-waitlisted");
        assertThat(world.told(BEN)).containsExactly("seat-reserved", "seat-reserved");
    }

    @Test
    void staff_give_a_seat_that_the_machine_would_not() {
        var young = "f".repeat(32);
        world.admit(young, World.profile(1), "minor");
        world.settle();
        var given = world.seating.give(young, "friday", world.command("g"));
        world.settle();
        assertThat(given.state()).isEqualTo("asked");
        assertThat(world.seats(young)).containsExactly("held friday");
        world.seating.look(young);
        assertThat(world.seats(young)).containsExactly("held friday");
    }

    @Test
    void staff_cannot_seat_somebody_in_two_places_at_once() {
        world.open("same-hour", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:30", 10));
        assertThatThrownBy(() -> world.seating.give(ANN, "same-hour", world.command("g")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("clashes-with-seat"));
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void what_is_not_known_is_refused_by_name() {
        assertThatThrownBy(() -> world.seating.give("9".repeat(32), "friday", world.command("1")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-participant"));
        assertThatThrownBy(() -> world.seating.give(ANN, "nowhere", world.command("2")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-group"));
        assertThatThrownBy(() -> world.seating.release(ANN, ANN + "-s99", LeavingReason.LEFT, world.command("3")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-seat"));
    }

    @Test
    void who_leaves_what_staff_gave_is_told_anew_to_lack_a_seat() {
        world.change("friday", plan -> Plans.audience(plan, "women"));
        world.change("wednesday", plan -> Plans.audience(plan, "women"));
        world.settle();
        assertThat(world.told(ANN)).endsWith("seat-released", "seat-waitlisted");
        world.seating.give(ANN, "friday", world.command("g"));
        world.settle();
        world.release(ANN, "friday");
        world.settle();
        assertThat(world.told(ANN)).endsWith("seat-waitlisted", "seat-reserved", "seat-released", "seat-waitlisted");
        world.seating.look(ANN);
        assertThat(world.told(ANN)).endsWith("seat-released", "seat-waitlisted");
    }

    @Test
    void who_loses_one_of_two_seats_is_told_anew_to_lack_the_other() {
        world.change("friday", plan -> Plans.audience(plan, "women"));
        world.level(ANN, "1", "evening");
        world.seating.give(ANN, "friday", world.command("g"));
        world.change("wednesday", plan -> Plans.audience(plan, "women"));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held friday");
        leaves("friday", "1");
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).endsWith("seat-released", "seat-waitlisted", "seat-waitlisted");
    }

    private void leaves(String groupId, String key) {
        world.seating.release(ANN, world.seatIn(ANN, groupId), LeavingReason.LEFT, world.command(key));
        world.settle();
    }

    @Test
    void who_was_discharged_and_loses_the_seat_sits_down_nowhere_else() {
        world.change("friday", plan -> Plans.capacity(plan, null));
        world.discharge(ANN, "completed");
        world.change("wednesday", plan -> Plans.audience(plan, "women"));
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "seat-released");
    }
}
