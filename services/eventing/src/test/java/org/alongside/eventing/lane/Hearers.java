package org.alongside.eventing.lane;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.json.JsonMapper;

/** The lanes of one service as its configuration puts them together, on a store in memory. */
final class Hearers implements AutoCloseable {

    /** What was heard of one lane, as numbers in the order in which they were applied. */
    record Heard(List<Integer> numbers) {
        Heard and(int number) {
            return new Heard(java.util.stream.Stream.concat(numbers.stream(), java.util.stream.Stream.of(number))
                    .toList());
        }
    }

    record Told(int number) {}

    final TestSpace space;
    final Documents<Heard> people;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> tasks = new CopyOnWriteArrayList<>();
    /** What the one who is told of parked lanes does beside noting it; may fail. */
    volatile java.util.function.Consumer<String> whenTold = what -> {};

    final ParkedLaneListener raising = raising();
    final ParkedLanes parked;
    final Parking parking;
    final CatchUp catchUp;
    final Lanes lanes;
    final Replaying replaying;
    final SkippedRecords skipped;
    final Skipping skipping;
    final LaneSettings settings;

    Hearers(String service, TestSpace space, Documents<Heard> people, int parkedLimit, LaneListener... listeners) {
        this.space = space;
        this.people = people;
        settings = new LaneSettings(service, LaneBroker.PARTITIONS, parkedLimit, Duration.ofSeconds(6));
        var metrics = new LaneMetrics(meters);
        var applying = new Applying(JsonMapper.builder().build(), metrics);
        var offsets = new Offsets(LaneBroker.admin());
        parked = new ParkedLanes(space.store(), metrics);
        skipped = new SkippedRecords(space.store());
        var freezing = new Freezing(space.store());
        parking = new Parking(parked, skipped, freezing, () -> List.of(raising), metrics, parkedLimit);
        catchUp = new CatchUp(offsets, InstantSource.system());
        replaying = new Replaying(() -> List.of(listeners), parked, skipped, freezing, parking, applying);
        skipping = new Skipping(parked, replaying);
        var consumers =
                Consumers.of(LaneBroker.connection(), settings.sessionTimeout(), 1, meters, ObservationRegistry.NOOP);
        lanes = new Lanes(
                settings,
                () -> List.of(listeners),
                offsets,
                new TopicCheck(
                        LaneBroker.admin(),
                        LaneBroker.PARTITIONS,
                        LaneConfiguration.TOPICS_KEPT_FOR,
                        Duration.ofSeconds(5)),
                catchUp,
                parking,
                (listener, later) -> new LaneContainer(
                        listener, settings.group(listener), consumers, applying, parking, metrics, later));
    }

    static TestSpace newSpace() {
        return new TestSpace(new MovableClock("2026-03-01T10:00:00Z"));
    }

    static Documents<Heard> people(TestSpace space) {
        return space.documents(Kind.of("people", "person", Heard.class));
    }

    /** Notes what is counted, and can apply no number that is poison. */
    static LaneListener.Builder counting(String source, Documents<Heard> people, Set<Integer> poison) {
        return LaneListener.to(source).on("counted", Told.class, (in, told) -> {
            if (poison.contains(told.number())) {
                throw new IllegalStateException("it was number " + told.number());
            }
            note(people, in, told);
        });
    }

    /** What a service's listener does: one change of the document of the lane, with the receipt of the record. */
    static void note(Documents<Heard> people, Incoming incoming, Told told) {
        people.change(
                incoming.lane(),
                incoming.receipt(),
                (kept, now) -> Decision.to(kept.orElse(new Heard(List.of())).and(told.number())));
    }

    /** As everybody who is told: nothing is raised that is open, nor closed that is not. */
    private ParkedLaneListener raising() {
        var open = ConcurrentHashMap.<String>newKeySet();
        return new ParkedLaneListener() {
            @Override
            public void parked(String source, String lane, String type) {
                whenTold.accept("parked");
                if (open.add(lane)) {
                    tasks.add("parked " + lane + " " + type);
                }
            }

            @Override
            public void unparked(String source, String lane) {
                whenTold.accept("unparked");
                if (open.remove(lane)) {
                    tasks.add("unparked " + lane);
                }
            }
        };
    }

    Hearers started() {
        lanes.start();
        return this;
    }

    List<Integer> heard(String lane) {
        return people.find(lane)
                .map(kept -> kept.orElse(new Heard(List.of())).numbers())
                .orElse(List.of());
    }

    boolean frozen(String lane) {
        return people.find(lane).orElseThrow().frozen();
    }

    double count(String meter, Map<String, String> tags) {
        var search = meters.find(meter);
        for (var tag : tags.entrySet()) {
            search = search.tag(tag.getKey(), tag.getValue());
        }
        return search.counters().stream().mapToDouble(c -> c.count()).sum();
    }

    void untilAllIsRead() {
        soon().untilAsserted(() ->
                org.assertj.core.api.Assertions.assertThat(lanes.unread()).isZero());
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    @Override
    public void close() {
        lanes.stop();
    }
}
