package org.alongside.groups.participant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.groups.group.Group;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** What must be true of a centre when nothing is under way any more. */
record Books(World world, FakeDocumentStore store, List<String> people, Set<String> cancelled) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Set<String> faults() {
        var found = new TreeSet<String>();
        world.groups.all(new Document()).forEach(kept -> ofGroup(kept.state(), found));
        for (var collection : List.of("participants", "groups")) {
            for (var id : store.ids(collection, new Document(), 1000)) {
                if (!store.find(collection, id).get("owed", Document.class).isEmpty()) {
                    found.add("never settled");
                }
            }
        }
        people.forEach(person -> ofPerson(person, found));
        return found;
    }

    private void ofGroup(Group group, Set<String> found) {
        var capacity = group.plan().capacity();
        if (capacity == null) {
            return;
        }
        if (group.places().claims().size() > capacity) {
            found.add("over-booked");
        }
        if (!group.places().queue().isEmpty() && group.places().claims().size() < capacity) {
            found.add("waits beside a free place");
        }
        group.places().claims().forEach((seatId, claim) -> {
            var seat = seating(claim.patientId()).seats().get(seatId);
            if (seat == null || !seat.held()) {
                found.add("leaked place");
            }
        });
        group.places().queue().forEach(wait -> {
            var seat = seating(wait.patientId()).seats().get(wait.claimId());
            if (seat == null || !seat.waiting()) {
                found.add("leaked wait");
            }
        });
    }

    private Seating seating(String person) {
        return world.participants.find(person).orElseThrow().state().seating();
    }

    private void ofPerson(String person, Set<String> found) {
        var seats = List.copyOf(seating(person).seats().values());
        if (cancelled.contains(person) && !seats.isEmpty()) {
            found.add("cancelled but seated");
        }
        for (var seat : seats) {
            var group = world.group(seat.groupId());
            if (!seat.held() && !seat.waiting()) {
                found.add("forgotten on the way");
            }
            if (group.limited() && seat.held() && !group.places().claims().containsKey(seat.seatId())) {
                found.add("seat without place");
            }
            if (seat.waiting() && group.places().position(seat.seatId()) == 0) {
                found.add("waits nowhere");
            }
            for (var other : seats) {
                if (!other.seatId().equals(seat.seatId()) && clash(world.group(other.groupId()), group)) {
                    found.add("in two places at once");
                }
            }
        }
        var before = seating(person).seats();
        world.seating.look(person);
        if (!before.equals(seating(person).seats())) {
            found.add("another look would have changed a seat");
        }
        if (!toldToBeHeld(person).equals(held(seats))) {
            found.add("what was told is not what is");
        }
    }

    private boolean clash(Group one, Group other) {
        return one.plan().series().window().overlaps(other.plan().series().window(), world.clock.instant());
    }

    private static Set<String> held(List<Seat> seats) {
        var held = new HashSet<String>();
        seats.stream().filter(Seat::held).map(Seat::seatId).forEach(held::add);
        return held;
    }

    private Set<String> toldToBeHeld(String person) {
        var held = new HashSet<String>();
        for (TestSpace.Event event : world.space.told("participants", person)) {
            var seatId = JSON.readTree(event.data()).path("seatId").asString("");
            switch (event.type()) {
                case "seat-reserved", "seat-promoted" -> held.add(seatId);
                case "seat-released" -> held.remove(seatId);
                default -> {}
            }
        }
        return held;
    }
}
