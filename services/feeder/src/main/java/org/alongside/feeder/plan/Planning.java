package org.alongside.feeder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.alongside.feeder.adt.Ehr;

/** Draws the plan: who comes when, how each stay ends, and what follows from that. */
final class Planning {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** What the numbers of days below are meant for; fewer days shorten everything alike. */
    private static final double USUAL_DAYS = 120;

    private static final double ARRIVALS_WITHIN = 0.62;
    private static final double EARLY = 0.25;
    private static final int ELSEWHERE_PER = 8;

    private final Random random;
    private final Invented invented;
    private final long seed;
    private final int people;
    private final int days;
    private final Instant start;
    private final double scale;

    Planning(long seed, int people, int days, Instant start) {
        if (people < 1 || days < 1) {
            throw new IllegalArgumentException("At least one person and one day are needed");
        }
        this.seed = seed;
        this.people = people;
        this.days = days;
        this.start = start;
        this.scale = Math.min(1, days / USUAL_DAYS);
        this.random = new Random(seed * 31 + 7);
        this.invented = new Invented(seed);
    }

    Plan plan() {
        var all = new ArrayList<Person>();
        var endings = endings();
        for (int n = 0; n < people; n++) {
            var ending = endings.get(n);
            all.add(person(n, ending, Collections.frequency(endings.subList(0, n), ending)));
        }
        var sendings = new ArrayList<Sending>();
        var deskWork = new ArrayList<DeskWork>();
        for (int n = 0; n < people; n++) {
            sendings.addAll(new Stay(all.get(n), n, days(), seed).sendings());
            deskWork.addAll(new Papers(all.get(n), n, days(), new Chance(seed)).work());
        }
        for (int n = 0; n < people / ELSEWHERE_PER; n++) {
            sendings.addAll(new Stay(person(people + n, Ending.PLANNED, people), people + n, days(), seed).elsewhere());
        }
        sendings.sort(Comparator.comparing(Sending::due).thenComparing(Sending::key));
        deskWork.sort(Comparator.comparing(DeskWork::due)
                .thenComparing(work -> work.person().name())
                .thenComparing(DeskWork::what));
        return new Plan(seed, start, days, List.copyOf(all), List.copyOf(sendings), List.copyOf(deskWork));
    }

    private Person person(int n, Ending ending, int rank) {
        var ehr = n % 3 == 1 ? Ehr.RIVERSIDE : Ehr.HARBOUR;
        double within = Person.stays(ending, rank) ? EARLY : ARRIVALS_WITHIN;
        int arrives = (int) (random.nextDouble() * days * within);
        int stays = stays(ending, rank);
        var registered = invented.somebody(ehr, n, LocalDate.ofInstant(start, ZONE));
        return new Person(
                String.format(Locale.ROOT, "p%03d", n + 1),
                ehr,
                registered,
                ending,
                rank,
                days().at(arrives, 8, 15, random),
                days().at(arrives + stays, 10, 16, random),
                invented.wishes(registered, ehr));
    }

    /** Four to ten weeks for who stays to the end. */
    private int stays(Ending ending, int rank) {
        return switch (ending) {
            case PLANNED, SUDDEN -> scaled(random.nextInt(28, 71));
            case AGAINST_ADVICE -> Person.briefly(ending, rank) ? 1 : scaled(random.nextInt(4, 36));
            case ADMINISTRATIVE, HOSPITAL, JAIL, DIED -> scaled(random.nextInt(8, 40));
            case CANCELLED -> 1;
        };
    }

    private int scaled(int usual) {
        return Math.max(2, (int) Math.round(usual * scale));
    }

    private Days days() {
        return new Days(start, ZONE, scale);
    }

    /** A fifth leave against advice; the rarer endings are there whatever the dice say. */
    private List<Ending> endings() {
        var all = new ArrayList<Ending>();
        add(all, Ending.AGAINST_ADVICE, Math.round(people / 5f));
        add(all, Ending.CANCELLED, Math.max(1, people / 20));
        add(all, Ending.SUDDEN, people / 8);
        add(all, Ending.ADMINISTRATIVE, people / 32);
        add(all, Ending.HOSPITAL, people / 50);
        add(all, Ending.JAIL, people / 60);
        add(all, Ending.DIED, Math.min(1, people / 60));
        add(all, Ending.PLANNED, Math.max(0, people - all.size()));
        Collections.shuffle(all, random);
        return all;
    }

    private static void add(List<Ending> all, Ending ending, int times) {
        all.addAll(Collections.nCopies(times, ending));
    }
}
