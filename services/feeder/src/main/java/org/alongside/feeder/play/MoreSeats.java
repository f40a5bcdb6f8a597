package org.alongside.feeder.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.centre.Group;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Chance;
import org.alongside.feeder.plan.Ending;
import org.alongside.feeder.plan.Person;
import org.alongside.feeder.plan.Plan;

/** Some who have left ask for a second alumni group, of their own choice. */
final class MoreSeats {

    private static final double ASK_FOR_MORE = 0.2;
    private static final String TOLD = "seat-reserved seat-waitlisted seat-released";
    private static final Duration AFTER = Duration.ofDays(5);

    private final Plan plan;
    private final List<Group> alumni;
    private final Doors doors;
    private final Doing doing;
    private final Faces faces;
    private final Chance chance;

    MoreSeats(Plan plan, List<Group> groups, Doors doors, Doing doing, Faces faces, Chance chance) {
        this.plan = plan;
        this.alumni = groups.stream().filter(Group::alumni).toList();
        this.doors = doors;
        this.doing = doing;
        this.faces = faces;
        this.chance = chance;
    }

    void work(Moment moment) {
        plan.people().stream()
                .filter(person -> person.ending() == Ending.PLANNED || person.ending() == Ending.SUDDEN)
                .filter(person -> chance.below(ASK_FOR_MORE, person.name(), "more"))
                .filter(person -> moment.now().isAfter(person.leaves().plus(AFTER)))
                .forEach(this::ask);
    }

    private void ask(Person person) {
        var key = "seat:" + person.name();
        var groupId = chance.one(alumni, key).groupId();
        faces.of(person)
                .ifPresent(patient -> doing.once(
                        Deed.command("seat", key, patient, groupId),
                        deed -> doors.post(
                                "groups", "/participants/" + patient + "/seats", key, Map.of("groupId", groupId)),
                        reply -> deed -> deed.with(Map.of(
                                "event",
                                TOLD,
                                "field",
                                "seatId",
                                "value",
                                reply.body().path("seatId").asString()))));
    }
}
