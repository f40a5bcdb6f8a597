package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.TestSpace;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LosingTheLogTest {

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);
    private final AtomicBoolean storeIsDown = new AtomicBoolean();

    private Hearers hearers() {
        return new Hearers(
                service,
                space,
                people,
                8,
                LaneListener.to(source)
                        .on("counted", Told.class, (in, told) -> {
                            if (storeIsDown.get()) {
                                throw new MongoTimeoutException("no server");
                            }
                            Hearers.note(people, in, told);
                        })
                        .build());
    }

    private void count(int from, int to) {
        for (int n = from; n <= to; n++) {
            LaneBroker.tell(source, 0, "ann", n, "counted", "{\"number\":" + n + "}");
        }
    }

    private void remove(long before) {
        Offsets.answer(LaneBroker.admin()
                .deleteRecords(
                        Map.of(new TopicPartition("alongside." + source, 0), RecordsToDelete.beforeOffset(before)))
                .all());
    }

    @Test
    void a_group_that_never_read_starts_where_the_log_begins() {
        count(1, 5);
        remove(3);
        try (var hearers = hearers().started()) {
            hearers.untilAllIsRead();
            assertThat(hearers.heard("ann")).containsExactly(4, 5);
        }
    }

    @Test
    void a_group_whose_records_were_removed_unread_refuses_to_start_and_says_so() {
        try (var hearers = hearers().started()) {
            count(1, 2);
            hearers.untilAllIsRead();
        }
        count(3, 6);
        remove(4);
        try (var again = hearers()) {
            assertThatThrownBy(again::started)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has read alongside." + source + "-0 up to 2 but its log begins at 4");
        }
    }

    @Test
    void a_partition_nothing_was_ever_read_of_cannot_lose_its_first_records_unnoticed() {
        try (var hearers = hearers().started()) {
            Hearers.soon()
                    .until(() -> new Offsets(LaneBroker.admin())
                                    .committed(new Offsets.Reader(
                                            service + ".alongside." + source,
                                            java.util.Set.of(new TopicPartition("alongside." + source, 0))))
                                    .size()
                            == 1);
        }
        count(1, 2);
        remove(1);
        try (var again = hearers()) {
            assertThatThrownBy(again::started).hasMessageContaining("up to 0 but its log begins at 1");
        }
    }

    @Test
    void records_that_are_removed_while_the_partition_is_paused_stop_the_consumer() {
        storeIsDown.set(true);
        count(1, 5);
        try (var hearers = hearers().started()) {
            Hearers.soon().until(() -> hearers.count("alongside.partitions.paused", Map.of()) > 0);
            remove(3);
            storeIsDown.set(false);
            Hearers.soon()
                    .untilAsserted(
                            () -> assertThat(hearers.lanes.standing()).containsEntry(source, "offset-outside-of-log"));
            assertThat(new LanesHealth(hearers.lanes, hearers.catchUp)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("DOWN");
            assertThat(hearers.heard("ann")).isEmpty();
        }
    }
}
