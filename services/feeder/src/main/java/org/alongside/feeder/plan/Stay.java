package org.alongside.feeder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.alongside.feeder.adt.AdtMessage;
import org.alongside.feeder.adt.Ehr;
import org.jspecify.annotations.Nullable;

/** The messages of one person's stay, in the order they are recorded; some are sent in another order, or twice. */
final class Stay {

    private static final Duration USUAL_DELAY = Duration.ofMinutes(2);
    private static final Duration HELD_BACK = Duration.ofHours(13);
    private static final int WEEK = 7;

    private final Person person;
    private final int n;
    private final Days days;
    private final Chance chance;
    private final List<Sending> sendings = new ArrayList<>();
    private Visit visit;

    /** What the EHR gives a number, and how many messages of it there were. */
    private static final class Visit {
        private final int number;
        private final Place place;
        private final Instant admitted;
        private int messages;

        Visit(int number, Place place, Instant admitted) {
            this.number = number;
            this.place = place;
            this.admitted = admitted;
        }
    }

    Stay(Person person, int n, Days days, long seed) {
        this.person = person;
        this.n = n;
        this.days = days;
        this.chance = new Chance(seed);
        this.visit = new Visit(1, place(), person.arrives());
    }

    private Place place() {
        return chance.below(0.3, person.name(), "place")
                ? Place.DAY_FIVE
                : chance.below(0.5, person.name(), "evening") ? Place.EVENING_THREE : Place.MORNING_THREE;
    }

    List<Sending> sendings() {
        boolean late = person.briefly();
        say(visit.place == Place.DAY_FIVE ? "A01" : "A04", person.arrives(), late ? untilGone() : USUAL_DELAY);
        if (!late && person.ending() != Ending.CANCELLED) {
            during();
        }
        switch (person.ending()) {
            case PLANNED -> planned();
            case CANCELLED -> say("A11", person.leaves());
            case HOSPITAL -> returns();
            case SUDDEN, AGAINST_ADVICE, ADMINISTRATIVE, JAIL, DIED -> leave(person.leaves());
        }
        if (n % 6 == 2) {
            repeatFirst();
        }
        return sendings;
    }

    /** A visit to a ward that is none of the centre's programmes. */
    List<Sending> elsewhere() {
        visit = new Visit(1, Place.ELSEWHERE, person.arrives());
        say("A01", person.arrives());
        say("A08", person.arrives().plus(days.span(1)));
        leave(person.arrives().plus(days.span(4)));
        return sendings.stream()
                .map(s -> new Sending(s.due(), s.key(), s.visit(), s.message(), false, s.again()))
                .toList();
    }

    private Duration untilGone() {
        return Duration.between(person.arrives(), person.leaves()).plus(HELD_BACK);
    }

    private void during() {
        if (n % 4 == 1) {
            say("A08", person.arrives().plusSeconds(600), n % 8 == 1 ? Duration.ZERO : USUAL_DELAY);
        }
        if (n % 8 == 1) {
            holdFirstBack();
        }
        if (person.ehr().equals(Ehr.RIVERSIDE) && n % 2 == 0) {
            attendedDays();
        }
        if (visit.place == Place.DAY_FIVE) {
            stepDown();
        }
    }

    /** Some sites send A04 whenever the person attends. */
    private void attendedDays() {
        for (var day = person.arrives().plus(days.span(WEEK));
                day.isBefore(middle());
                day = day.plus(days.span(WEEK))) {
            say("A04", day);
        }
    }

    /** From five days to three: another visit number, the same episode. Which of both is recorded first differs. */
    private void stepDown() {
        var when = middle().plus(Duration.ofHours(1));
        if (!when.isBefore(lastDays())) {
            return;
        }
        var before = visit;
        boolean newFirst = n % 2 == 0;
        if (!newFirst) {
            stepOut(before, when);
        }
        visit = new Visit(2, Place.MORNING_THREE, newFirst ? when : when.plus(Duration.ofHours(20)));
        say("A04", visit.admitted);
        if (newFirst) {
            stepOut(before, when.plusSeconds(900));
        }
    }

    private void stepOut(Visit from, Instant when) {
        say(from, "A03", when, null, when, Ending.stepDown(person.ehr()), USUAL_DELAY);
    }

    /** Known ahead; sometimes without a date at first, sometimes moved; a few times it does not happen at first. */
    private void planned() {
        var leaves = person.leaves();
        var told = leaves.minus(days.span(chance.between(WEEK, 2 * WEEK, person.name(), "ahead")));
        if (n % 5 == 0) {
            announce(told, null);
            announce(told.plus(days.span(2)), leaves);
        } else if (n % 5 == 1) {
            announce(told, leaves.minus(days.span(3)));
            announce(told.plus(days.span(2)), leaves);
        } else {
            announce(told, leaves);
        }
        if (person.stays()) {
            leave(leaves);
            say("A13", leaves.plus(days.span(1)));
            leave(leaves.plus(days.span(WEEK)));
        } else {
            leave(leaves);
        }
    }

    /** Back from hospital under the same number, and later home as planned. */
    private void returns() {
        leave(person.leaves());
        var back = person.leaves().plus(days.span(4));
        say("A04", back);
        var home = back.plus(days.span(3 * WEEK));
        announce(home.minus(days.span(WEEK)), home);
        say(visit, "A03", home, null, home, Ending.PLANNED.code(person.ehr()), USUAL_DELAY);
    }

    private void leave(Instant when) {
        say(visit, "A03", when.plusSeconds(300), null, when, person.ending().code(person.ehr()), USUAL_DELAY);
    }

    private Instant middle() {
        return person.arrives()
                .plus(Duration.between(person.arrives(), person.leaves()).dividedBy(3));
    }

    /** From when on a discharge may be announced. */
    private Instant lastDays() {
        return person.leaves().minus(days.span(2 * WEEK)).minus(Duration.ofDays(1));
    }

    /** The same bytes once more, a day later. */
    private void repeatFirst() {
        var first = sendings.getFirst();
        sendings.add(new Sending(
                first.due().plus(Duration.ofDays(1)),
                first.key() + ":again",
                first.visit(),
                first.message(),
                true,
                true));
    }

    /** An update overtakes the admission. */
    private void holdFirstBack() {
        var first = sendings.removeFirst();
        sendings.addFirst(
                new Sending(first.due().plus(HELD_BACK), first.key(), first.visit(), first.message(), true, false));
    }

    private void say(String trigger, Instant when) {
        say(trigger, when, USUAL_DELAY);
    }

    private void say(String trigger, Instant when, Duration delay) {
        say(visit, trigger, when, null, null, null, delay);
    }

    private void announce(Instant when, @Nullable Instant expected) {
        say(visit, "A16", when, expected, null, null, USUAL_DELAY);
    }

    private void say(
            Visit of,
            String trigger,
            Instant recorded,
            @Nullable Instant expected,
            @Nullable Instant discharged,
            @Nullable String disposition,
            Duration delay) {
        of.messages++;
        var number = person.visit(of.number);
        var message = new AdtMessage(
                person.ehr(),
                person.registered(),
                number,
                of.messages,
                trigger,
                recorded,
                recorded.plusSeconds(60),
                of.place.service(person.ehr()),
                of.place.unit(person.ehr()),
                of.admitted,
                discharged,
                expected,
                disposition);
        var key = "adt:" + person.name() + ":v" + of.number + ":" + of.messages;
        sendings.add(new Sending(recorded.plus(delay), key, opaque(number), message, true, false));
    }

    private String opaque(String visitNumber) {
        return HexFormat.of().formatHex(Chance.hash(person.ehr().application() + "|" + visitNumber), 0, 8);
    }
}
