package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausingOnePartitionTest {

    private static final int EACH = 100;

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);
    private final AtomicBoolean storeIsDown = new AtomicBoolean(true);
    private final List<Instant> tries = new CopyOnWriteArrayList<>();
    private final List<Instant> others = new CopyOnWriteArrayList<>();

    private Hearers hearers() {
        return new Hearers(
                service,
                space,
                people,
                8,
                LaneListener.to(source)
                        .on("counted", Told.class, (in, told) -> {
                            if (storeIsDown.get() && in.lane().equals("ann")) {
                                tries.add(Instant.now());
                                throw new MongoTimeoutException("no server for ann");
                            }
                            Hearers.note(people, in, told);
                            if (!in.lane().equals("ann")) {
                                others.add(Instant.now());
                            }
                        })
                        .build());
    }

    private void tellAll() {
        for (int n = 1; n <= EACH; n++) {
            LaneBroker.tell(source, 0, "ann", n, "counted", "{\"number\":" + n + "}");
            LaneBroker.tell(source, 1, "ben", n, "counted", "{\"number\":" + n + "}");
            LaneBroker.tell(source, 2, "cid", n, "counted", "{\"number\":" + n + "}");
        }
    }

    @Test
    void a_store_that_fails_pauses_that_partition_alone_and_nothing_is_lost() {
        tellAll();
        var all = IntStream.rangeClosed(1, EACH).boxed().toList();
        try (var hearers = hearers().started()) {
            Hearers.soon().untilAsserted(() -> {
                assertThat(hearers.heard("ben")).isEqualTo(all);
                assertThat(hearers.heard("cid")).isEqualTo(all);
            });
            Hearers.soon()
                    .untilAsserted(() -> assertThat(hearers.lanes.unread()).isEqualTo(EACH));
            assertThat(hearers.heard("ann")).isEmpty();
            assertThat(hearers.parked.page("", 10)).isEmpty();

            storeIsDown.set(false);
            hearers.untilAllIsRead();
            assertThat(hearers.heard("ann")).isEqualTo(all);
        }
    }

    @Test
    void what_failed_before_a_restart_is_read_after_it() {
        tellAll();
        try (var hearers = hearers().started()) {
            Hearers.soon()
                    .untilAsserted(() -> assertThat(hearers.lanes.unread()).isEqualTo(EACH));
        }
        storeIsDown.set(false);
        try (var again = hearers().started()) {
            again.untilAllIsRead();
            assertThat(again.heard("ann"))
                    .isEqualTo(IntStream.rangeClosed(1, EACH).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void what_came_in_the_same_batch_from_other_partitions_is_applied_without_waiting(int failing) {
        for (int n = 1; n <= 10; n++) {
            for (int partition = 0; partition < LaneBroker.PARTITIONS; partition++) {
                var lane = partition == failing ? "ann" : "lane" + partition;
                LaneBroker.tell(source, partition, lane, n, "counted", "{\"number\":" + n + "}");
            }
        }
        try (var hearers = hearers().started()) {
            Hearers.soon()
                    .untilAsserted(() -> assertThat(hearers.lanes.unread()).isEqualTo(10));
            assertThat(others).hasSize(20);
            assertThat(Duration.between(tries.getFirst(), others.getLast())).isLessThan(Duration.ofSeconds(5));
            storeIsDown.set(false);
            hearers.untilAllIsRead();
            for (int partition = 0; partition < LaneBroker.PARTITIONS; partition++) {
                assertThat(hearers.heard(partition == failing ? "ann" : "lane" + partition))
                        .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
            }
        }
    }

    @Test
    void the_pauses_grow_instead_of_hammering_a_store_that_is_down() {
        LaneBroker.tell(source, 0, "ann", 1, "counted", "{\"number\":1}");
        try (var hearers = hearers().started()) {
            Hearers.soon().until(() -> tries.size() >= 4);
            assertThat(Duration.between(tries.get(0), tries.get(3))).isGreaterThan(Duration.ofMillis(1_700));
        }
    }
}
