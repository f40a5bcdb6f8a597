package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.alongside.groups.participant.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.groups.group.GroupPlan;
import org.alongside.groups.group.Phase;
import org.alongside.groups.timetable.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeatingOnAdmissionTest {

    private final World world = new World();

    private void wednesday(Integer capacity) {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", capacity));
    }

    @Test
    void with_a_profile_the_person_sits_at_once() {
        wednesday(10);
        world.admit(ANN);
        world.settle();

        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        assertThat(world.told(ANN)).containsExactly("seat-reserved");
        var seat = world.last(ANN, "seat-reserved");
        assertThat(seat.path("seatId").asString()).isEqualTo(ANN + "-s1");
        assertThat(seat.path("admissionId").asString()).isEqualTo(ANN + "-a1");
        assertThat(seat.path("firstSessionAt").asString()).isEqualTo("2026-03-04T22:00:00Z");
        assertThat(seat.has("requestId")).isFalse();
        assertThat(world.group("wednesday").places().claims()).containsOnlyKeys(ANN + "-s1");
    }

    @Test
    void without_a_profile_nobody_knows_whom_to_avoid() {
        wednesday(10);
        world.admit(ANN, null, "26-35");
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).isEmpty();
        assertThat(world.why(ANN).needs().getFirst().counts())
                .containsExactly(new Search.Excluded("profile-missing", 1));

        world.profileOf(ANN, World.profile(1));
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    static Stream<Arguments> where_nobody_can_sit() {
        var plan = World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10);
        var over = new Series(plan.series().window(), null, LocalDate.of(2026, 3, 1), Set.of());
        return Stream.of(
                Arguments.argumentSet("no group at all", List.of()),
                Arguments.argumentSet(
                        "alumni groups only", List.of(World.plan(Phase.ALUMNI, DayOfWeek.WEDNESDAY, "17:00", 10))),
                Arguments.argumentSet("a group that has ended", List.of(Plans.series(plan, over))));
    }

    @ParameterizedTest
    @MethodSource("where_nobody_can_sit")
    void whom_nothing_fits_is_told_to_wait_once_the_profile_is_there(List<GroupPlan> plans) {
        plans.forEach(plan -> world.open("the-only-one", plan));
        world.admit(ANN, null, "26-35");
        world.settle();
        assertThat(world.told(ANN)).isEmpty();

        world.profileOf(ANN, World.profile(1));
        world.settle();
        world.seating.look(ANN);
        assertThat(world.told(ANN)).containsExactly("seat-waitlisted");
    }

    @Test
    void an_older_profile_overrides_nothing() {
        wednesday(10);
        world.profileOf(ANN, World.avoiding(3, "wednesday"));
        world.admit(ANN, World.profile(2), "26-35");
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
    }

    @Test
    void somebody_under_age_is_told_to_wait_and_why() {
        wednesday(10);
        world.admit(ANN, World.profile(1), "minor");
        world.settle();
        assertThat(world.told(ANN)).containsExactly("seat-waitlisted");
        assertThat(world.last(ANN, "seat-waitlisted").path("excluded").toString())
                .isEqualTo("[{\"rule\":\"adults-only\",\"count\":1}]");
    }

    @Test
    void an_age_that_becomes_known_later_seats_and_keeps_the_profile() {
        wednesday(10);
        world.admit(ANN, World.profile(1), "unknown");
        world.settle();
        world.ageOf(ANN, "26-35");
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void whose_death_was_an_error_is_seated_again() {
        wednesday(10);
        world.admit(ANN);
        world.settle();
        world.dies(ANN);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        world.lives(ANN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void a_group_without_a_limit_is_not_claimed() {
        wednesday(null);
        world.admit(ANN);
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        world.settle();
        assertThat(world.group("wednesday").places().claims()).isEmpty();
        assertThat(world.told(ANN)).containsExactly("seat-reserved");
    }

    @Test
    void the_level_says_how_many_seats() {
        wednesday(10);
        world.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10));
        world.open("clashing", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:30", 10));
        world.admit(ANN, World.profile(1), "26-35", "1");
        world.settle();
        assertThat(world.seats(ANN)).hasSize(2).doesNotHaveDuplicates();
        assertThat(world.seats(ANN)).contains("held wednesday");
    }

    @Test
    void a_changed_number_of_seats_changes_the_decision() {
        for (int seats : List.of(0, 1, 2)) {
            var centre = new World(World.settings(seats, Map.of(), World.weights()), new FakeDocumentStore());
            centre.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10));
            centre.open("friday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10));
            centre.admit(ANN);
            centre.settle();
            assertThat(centre.seats(ANN)).hasSize(seats);
        }
    }

    @Test
    void the_same_record_twice_is_one_seat() {
        wednesday(10);
        var in = world.next("intake", ANN, "patient-admitted");
        var e = new IntakeFacts.PatientAdmitted(
                "riverside",
                World.stay(ANN),
                world.clock.instant(),
                "evening",
                new LevelOfCare("3", "2.1"),
                "26-35",
                World.profile(1),
                List.of());
        world.intake.admitted(in, e);
        world.intake.admitted(in, e);
        world.settle();
        assertThat(world.told(ANN)).containsExactly("seat-reserved");
    }

    @Test
    void no_contact_holds_whichever_of_the_two_asked_for_it() {
        wednesday(10);
        world.admit(ANN, World.avoiding(1, BEN), "26-35");
        world.settle();
        world.admit(BEN);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
        assertThat(world.seats(BEN)).isEmpty();
        assertThat(world.last(BEN, "seat-waitlisted").path("excluded").toString())
                .contains("kept-apart");
    }

    @Test
    void two_who_must_be_kept_apart_and_ask_at_the_same_moment_do_not_meet() {
        wednesday(10);
        world.admit(BEN);
        world.admit(ANN, World.avoiding(1, BEN), "26-35");
        world.settle();
        assertThat(List.of(world.seats(ANN), world.seats(BEN)))
                .containsExactlyInAnyOrder(List.of(), List.of("held wednesday"));
    }

    @Test
    void a_claim_checked_against_an_older_timetable_is_checked_again() {
        wednesday(10);
        world.admit(ANN);
        world.change(
                "wednesday",
                plan -> Plans.series(
                        plan,
                        World.plan(Phase.IOP, DayOfWeek.MONDAY, "19:00", 10).series()));
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.told(ANN)).containsExactly("seat-waitlisted");
        assertThat(world.group("wednesday").places().claims()).isEmpty();
    }

    @Test
    void a_seat_in_a_peer_led_group_needs_consent_and_goes_with_it() {
        world.open("peers", Plans.peerLed(World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10)));
        world.admit(ANN);
        world.consent(ANN, 1, true);
        world.settle();
        assertThat(world.seats(ANN)).containsExactly("held peers");

        world.consent(ANN, 1, false);
        world.settle();
        assertThat(world.seats(ANN)).isEmpty();
        assertThat(world.last(ANN, "seat-released").path("reason").asString()).isEqualTo("peer-consent-missing");
    }

    @Test
    void declared_audience_and_pathway_are_preferred_and_the_parts_add_up() {
        wednesday(10);
        var plan = World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10);
        world.open("smart-women", Plans.audience(Plans.pathway(plan, "smart"), "women"));
        world.admit(
                ANN,
                new IntakeFacts.ProfileTold(1, Set.of("smart"), null, Set.of("women"), null, null, null, true),
                "26-35");
        world.settle();

        assertThat(world.seats(ANN)).containsExactly("held smart-women");
        var why = world.why(ANN).needs().getFirst();
        assertThat(why.considered()).isEqualTo(2);
        assertThat(why.ranked())
                .hasSize(2)
                .allSatisfy(ranked -> assertThat(ranked.contributions().stream()
                                .mapToDouble(WhyAnswer.Contribution::contribution)
                                .sum())
                        .isCloseTo(ranked.score(), org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(why.ranked().getFirst().contributions())
                .extracting(WhyAnswer.Contribution::rule)
                .containsExactly("pathway", "audience-match", "modality", "availability", "load");
    }
}
