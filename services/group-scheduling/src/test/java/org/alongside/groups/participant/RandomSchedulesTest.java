package org.alongside.groups.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.groups.group.Phase;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * People, groups, the relay and the sweep on one store, in any order of their single operations, dying anywhere. In the
 * end the books must balance. More runs: {@code -Dalongside.schedules=20000}.
 */
class RandomSchedulesTest {

    private static final int RUNS = Integer.getInteger("alongside.schedules", 60);

    private enum LeftOut {
        NOTHING,
        VERSIONS,
        SWEEP
    }

    @Test
    void the_books_balance_whoever_goes_first_and_whoever_dies() {
        var found = new TreeMap<String, Long>();
        for (long seed = 1; seed <= RUNS; seed++) {
            for (var fault : faultsOf(seed)) {
                found.putIfAbsent(fault, seed);
            }
        }
        assertThat(found).as("faults and the first seed that shows them").isEmpty();
    }

    @Test
    void a_store_on_which_two_writers_win_is_noticed() {
        assertThat(faultsWithout(LeftOut.VERSIONS, 1)).isNotEmpty();
    }

    @Test
    void a_sweep_left_out_is_noticed() {
        assertThat(faultsWithout(LeftOut.SWEEP, 305)).isNotEmpty();
    }

    private static Set<String> faultsOf(long seed) {
        try {
            return new Run(seed, LeftOut.NOTHING).faults();
        } catch (RuntimeException e) {
            return Set.of("failed: " + e);
        }
    }

    /** @param from a seed near one that shows it; the search goes on until one does */
    private static Set<String> faultsWithout(LeftOut rule, long from) {
        var found = new TreeSet<String>();
        for (long seed = from; seed < from + 1000 && found.isEmpty(); seed++) {
            found.addAll(new Run(seed, rule).faults());
        }
        return found;
    }

    private static final class Run {

        private final Random random;
        private final LeftOut leftOut;
        private final FakeDocumentStore plain = new FakeDocumentStore();
        private final World world;
        private final Stage stage;
        private final List<String> people = new ArrayList<>();
        private final Map<String, List<Runnable>> lanes = new TreeMap<>();
        private final Map<String, Integer> applied = new TreeMap<>();
        private final Set<String> cancelled = new HashSet<>();
        private int changes = 4;

        Run(long seed, LeftOut leftOut) {
            this.random = new Random(seed);
            this.leftOut = leftOut;
            this.stage = new Stage(random);
            this.world = new World(
                    World.settings(1, Map.of(), World.weights()),
                    new SteppingStore(plain, leftOut != LeftOut.VERSIONS));
            for (int g = 0; g < 1 + random.nextInt(2); g++) {
                world.open("iop-" + g, World.plan(Phase.IOP, day(), hour(), 1 + random.nextInt(2)));
            }
            world.open("alumni", World.plan(Phase.ALUMNI, day(), hour(), random.nextInt(3) == 0 ? null : 1));
            for (int p = 0; p < 2 + random.nextInt(3); p++) {
                lanesOf(Character.toString('a' + p).repeat(32));
            }
        }

        private DayOfWeek day() {
            return DayOfWeek.of(5 + random.nextInt(2));
        }

        private String hour() {
            return 10 + random.nextInt(2) + ":00";
        }

        /** What intake and continuum tell of one person; recorded now, delivered in order, perhaps more than once. */
        private void lanesOf(String person) {
            people.add(person);
            lanes.put("intake " + person, new ArrayList<>());
            lanes.put("continuum " + person, new ArrayList<>());
            record(person, "intake", "patient-admitted", () -> world.admit(person));
            if (random.nextBoolean()) {
                var other = people.get(random.nextInt(people.size()));
                record(
                        person,
                        "intake",
                        "peer-profile-updated",
                        () -> world.profileOf(person, World.avoiding(2, other)));
            }
            if (random.nextBoolean()) {
                record(person, "continuum", "alumni-seat-requested", () -> world.requestSeat(person, 1));
                if (random.nextBoolean()) {
                    record(person, "continuum", "alumni-seat-request-withdrawn", () -> world.withdraw(person, 1));
                    record(person, "continuum", "alumni-seat-requested", () -> world.requestSeat(person, 2));
                }
            }
            if (random.nextInt(3) == 0) {
                record(person, "intake", "admission-cancelled", () -> world.cancel(person));
                cancelled.add(person);
            }
        }

        private void record(String person, String source, String type, Runnable told) {
            var lane = lanes.get(source + " " + person);
            long sequence = lane.size() + 1L;
            lane.add(() -> {
                world.sequence(source, person, sequence);
                told.run();
            });
        }

        private void deliver(String lane) {
            int next = applied.getOrDefault(lane, 0);
            if (next < lanes.get(lane).size()) {
                stage.start(lanes.get(lane).get(next), () -> applied.merge(lane, next + 1, Math::max));
            }
        }

        Set<String> faults() {
            var all = List.copyOf(lanes.keySet());
            for (int step = 0; step < 700; step++) {
                if (stage.size() < 4 && random.nextInt(4) == 0) {
                    somebodyStarts(all);
                }
                if (stage.busy()) {
                    stage.next(0.03);
                }
            }
            while (stage.busy()) {
                stage.next(0.03);
            }
            for (var lane : all) {
                for (int n = applied.getOrDefault(lane, 0); n < lanes.get(lane).size(); n++) {
                    lanes.get(lane).get(n).run();
                }
            }
            for (int round = 0; round < 12; round++) {
                relayAll();
                if (leftOut != LeftOut.SWEEP) {
                    world.sweep.run();
                }
            }
            return new Books(world, plain, people, cancelled).faults();
        }

        private void somebodyStarts(List<String> all) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> deliver(all.get(random.nextInt(all.size())));
                case 3, 4, 5 -> {
                    var collection = random.nextBoolean() ? "participants" : "groups";
                    var ids = plain.ids(collection, new Document(), 100);
                    if (!ids.isEmpty()) {
                        var id = ids.get(random.nextInt(ids.size()));
                        stage.start(() -> relay(collection, id), () -> {});
                    }
                }
                case 6 -> {
                    if (leftOut != LeftOut.SWEEP && random.nextInt(4) == 0) {
                        stage.start(world.sweep::run, () -> {});
                    }
                }
                default -> {
                    if (changes-- > 0) {
                        var hour = World.plan(Phase.IOP, day(), hour(), 1).series();
                        stage.start(() -> world.change("iop-0", plan -> Plans.series(plan, hour)), () -> {});
                    }
                }
            }
        }

        private void relayAll() {
            for (var collection : List.of("participants", "groups")) {
                plain.ids(collection, new Document(), 100).forEach(id -> relay(collection, id));
            }
        }

        private void relay(String collection, String id) {
            var document = plain.find(collection, id);
            Stage.step();
            document.get("owed", new Document())
                    .forEach((entry, owed) -> carryOut(collection, id, entry, Owed.of((Document) owed)));
        }

        private void carryOut(String collection, String id, String entry, Owed owed) {
            world.works().stream()
                    .filter(work ->
                            work.collection().equals(collection) && work.want().equals(owed.want()))
                    .forEach(work -> carryOut(work, id, entry, owed));
        }

        private static <O> void carryOut(OwedWork<O> work, String id, String entry, Owed owed) {
            work.settle(id, entry, owed, work.carryOut(id, entry, owed));
        }
    }
}
