package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.alongside.groups.participant.World.BEN;
import static org.alongside.groups.participant.World.CAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.alongside.contracts.Contracts;
import org.alongside.groups.group.Phase;
import org.junit.jupiter.api.Test;

/** Everything that can be told is told once, and is as the contract says. */
class AgreedEventsTest {

    private final World world = new World();
    private final Contracts contracts = Contracts.load();
    private final TreeSet<String> told = new TreeSet<>();

    @Test
    void what_a_person_s_document_tells_is_as_agreed() {
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 1));
        world.open("alumni", World.plan(Phase.ALUMNI, DayOfWeek.FRIDAY, "17:00", null));
        world.admit(ANN);
        world.settle();
        world.admit(BEN);
        world.settle();
        world.admit(CAT, World.profile(1), "minor");
        world.requestSeat(ANN, 1);
        world.settle();
        var group = world.group("wednesday");
        world.attending.missed(ANN, group, group.sessionOn(LocalDate.of(2026, 3, 11)));
        world.attending.record(ANN, group, group.sessionOn(LocalDate.of(2026, 3, 4)), "absent");
        world.cancel(ANN);
        world.settle();

        for (var person : List.of(ANN, BEN, CAT)) {
            world.space.told("participants", person).forEach(event -> {
                told.add(event.type());
                assertThat(contracts.violations("groups", event.type(), "1.0.0", event.data()))
                        .as(event.type())
                        .isEmpty();
            });
        }
        var ofPeople = new TreeSet<>(contracts.events("groups"));
        ofPeople.removeAll(List.of("group-changed", "session-cancelled", "lane-parked", "lane-unparked"));
        assertThat(told).isEqualTo(ofPeople);
    }
}
