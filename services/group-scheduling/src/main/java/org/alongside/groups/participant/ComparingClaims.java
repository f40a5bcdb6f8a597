package org.alongside.groups.participant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Sweep;
import org.alongside.groups.group.Group;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares claims both ways: a place that its person's document does not name is dropped; a person whose seat the group
 * does not know, or who may be helped by now, is looked at again. A page of people a run, so that a run costs the same
 * however many there are.
 */
class ComparingClaims implements Sweep {

    private static final int PEOPLE_A_RUN = 200;

    private final Documents<Participant> participants;
    private final Documents<Group> groups;
    private final SeatingParticipants seating;
    private final Clock clock;
    private final Duration every;
    private volatile @Nullable Instant lastRun;
    private volatile String last = "";

    /** @param every real time between two comparisons; runs in between do nothing */
    ComparingClaims(
            Documents<Participant> participants,
            Documents<Group> groups,
            SeatingParticipants seating,
            Clock clock,
            Duration every) {
        this.participants = participants;
        this.groups = groups;
        this.seating = seating;
        this.clock = clock;
        this.every = every;
    }

    /** Two at once do no harm: each keeps to the page it has read. */
    @Override
    public void run() {
        var real = Instant.now();
        var before = lastRun;
        if (before == null || !real.isBefore(before.plus(every))) {
            lastRun = real;
            compare();
        }
    }

    /** People are read after the groups, because a claim stands in the person's document before it is in the group's. */
    private void compare() {
        var all = groups.all(new Document()).map(Kept::state).toList();
        var after = last;
        var page = participants.page(new Document(), after, PEOPLE_A_RUN);
        var until = page.size() < PEOPLE_A_RUN ? "" : page.getLast().id();
        last = until;
        var read = page.stream().collect(Collectors.toMap(Kept::id, Function.identity()));
        Predicate<String> ofThisPage = id -> id.compareTo(after) > 0 && (until.isEmpty() || id.compareTo(until) <= 0);
        all.forEach(group -> dropLeaked(group, ofThisPage, read));
        page.stream()
                .filter(kept -> !kept.frozen() && kept.state() != null && looksOdd(kept.state(), all))
                .forEach(kept -> seating.look(kept.id()));
    }

    private record Pair(String claimId, String patientId) {}

    private void dropLeaked(Group group, Predicate<String> ofThisPage, Map<String, Kept<Participant>> read) {
        var places = group.places();
        Stream.concat(
                        places.claims().entrySet().stream()
                                .map(claim -> new Pair(
                                        claim.getKey(), claim.getValue().patientId())),
                        places.queue().stream().map(wait -> new Pair(wait.claimId(), wait.patientId())))
                .filter(claim -> ofThisPage.test(claim.patientId()) && !named(claim, read))
                .forEach(claim -> groups.change(
                        group.groupId(),
                        Cause.OWN,
                        (kept, now) -> kept.orElseThrow().release(claim.claimId(), now)));
    }

    private static boolean named(Pair claim, Map<String, Kept<Participant>> read) {
        var person = read.get(claim.patientId());
        return person != null
                && person.state() != null
                && person.state().seating().seats().containsKey(claim.claimId());
    }

    private boolean looksOdd(Participant person, List<Group> all) {
        var wished = person.avoidsSomebody() && person.seated();
        return wished
                || person.waitsNowhere()
                || person.waitingSince() != null
                        && all.stream().anyMatch(group -> group.room() > 0 && person.seeks(group))
                || person.seating().seats().values().stream()
                        .filter(Seat::active)
                        .anyMatch(seat -> looksOdd(seat, all));
    }

    private boolean looksOdd(Seat seat, List<Group> all) {
        var group = all.stream()
                .filter(one -> one.groupId().equals(seat.groupId()))
                .findFirst()
                .orElse(null);
        return group == null
                || group.timetable() != seat.timetable()
                || group.limited() && !group.places().knows(seat.seatId())
                || group.nextSession(clock.instant()).isEmpty();
    }
}
