package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.groups.GroupsSettings.Weights;
import org.alongside.groups.group.GroupPlan;
import org.alongside.groups.group.Modality;
import org.alongside.groups.group.Phase;
import org.alongside.groups.timetable.WindowText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preference alone chooses; without weight the group that meets sooner is chosen. */
class PreferringGroupsTest {

    private static final GroupPlan SOONER = World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10);
    private static final GroupPlan LATER = World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10);

    record Case(String preference, Weights weights, GroupPlan sooner, GroupPlan later) {
        @Override
        public String toString() {
            return preference;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "pathway",
                        new Weights(1, 0, 0, 0, 0),
                        Plans.pathway(SOONER, "twelve-step"),
                        Plans.pathway(LATER, "smart")),
                new Case("audience-match", new Weights(0, 1, 0, 0, 0), SOONER, Plans.audience(LATER, "women")),
                new Case("modality", new Weights(0, 0, 1, 0, 0), Plans.modality(SOONER, Modality.EITHER), LATER),
                new Case("availability", new Weights(0, 0, 0, 1, 0), SOONER, LATER),
                new Case("load", new Weights(0, 0, 0, 0, 1), Plans.capacity(SOONER, 2), LATER));
    }

    private static String chosen(Case one, Weights weights) {
        var world = new World(World.settings(1, Map.of(), weights), new FakeDocumentStore());
        world.open("sooner", one.sooner());
        world.open("later", one.later());
        world.admit("d".repeat(32), profile("thursday"), "26-35");
        world.settle();
        var first = world.seats("d".repeat(32));
        if (one.preference().equals("load")) {
            assertThat(first).isNotEmpty();
            world.seating.give("d".repeat(32), first.contains("held sooner") ? "later" : "sooner", world.command("g"));
            world.settle();
        }
        world.admit(ANN, profile("friday"), "26-35");
        world.settle();
        return world.seats(ANN).getFirst();
    }

    private static IntakeFacts.ProfileTold profile(String day) {
        var free = List.of(new WindowText(List.of(day), "16:00", "20:00", World.NEW_YORK));
        return new IntakeFacts.ProfileTold(1, Set.of("smart"), null, Set.of("women"), "in-person", free, null, true);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_weight_decides(Case one) {
        assertThat(chosen(one, new Weights(0, 0, 0, 0, 0))).isEqualTo("held sooner");
        assertThat(chosen(one, one.weights())).isEqualTo("held later");
    }

    @Test
    void every_preference_has_its_case() {
        assertThat(cases().map(Case::preference).collect(Collectors.toSet()))
                .isEqualTo(SeatingPreference.ALL.stream()
                        .map(SeatingPreference::name)
                        .collect(Collectors.toSet()));
    }
}
