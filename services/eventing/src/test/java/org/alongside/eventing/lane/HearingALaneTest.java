package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class HearingALaneTest {

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);

    private Hearers hearers() {
        return new Hearers(
                service,
                space,
                people,
                8,
                LaneListener.to(source)
                        .on("counted", Told.class, (in, told) -> Hearers.note(people, in, told))
                        .ignoring("not-for-us")
                        .build());
    }

    @Test
    void applies_every_record_of_a_lane_once_and_in_order() {
        try (var hearers = hearers().started()) {
            for (int n = 1; n <= 20; n++) {
                for (var lane : List.of("ann", "ben", "cid")) {
                    LaneBroker.tell(source, lane, n, "counted", "{\"number\":" + n + "}");
                }
            }
            hearers.untilAllIsRead();
            for (var lane : List.of("ann", "ben", "cid")) {
                assertThat(hearers.heard(lane))
                        .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
            }
            assertThat(hearers.count("alongside.records.applied", Map.of("source", source, "type", "counted")))
                    .isEqualTo(60);
        }
    }

    @Test
    void a_record_that_is_delivered_again_changes_nothing() {
        try (var hearers = hearers().started()) {
            for (int n : new int[] {1, 2, 2, 1, 3, 3}) {
                LaneBroker.tell(source, "ann", n, "counted", "{\"number\":" + n + "}");
            }
            hearers.untilAllIsRead();
            assertThat(hearers.heard("ann")).containsExactly(1, 2, 3);
        }
    }

    @Test
    void fields_that_we_do_not_read_do_not_matter() {
        try (var hearers = hearers().started()) {
            LaneBroker.tell(source, "ann", 1, "counted", "{\"number\":1,\"more\":{\"of\":[\"it\"]}}");
            hearers.untilAllIsRead();
            assertThat(hearers.heard("ann")).containsExactly(1);
        }
    }

    @Test
    void counts_and_skips_types_that_nobody_knows_and_only_those() {
        try (var hearers = hearers().started()) {
            LaneBroker.tell(source, "ann", 1, "never-heard-of", "{}");
            LaneBroker.tell(source, "ann", 2, "not-for-us", "not even json");
            LaneBroker.tell(source, "ann", 3, "counted", "{\"number\":3}");
            hearers.untilAllIsRead();
            assertThat(hearers.heard("ann")).containsExactly(3);
            assertThat(hearers.count("alongside.events.unknown", Map.of("source", source)))
                    .isEqualTo(1);
            assertThat(hearers.parked.page("", 10)).isEmpty();
        }
    }

    @Test
    void goes_on_where_it_stopped_after_a_restart() {
        try (var hearers = hearers().started()) {
            LaneBroker.tell(source, "ann", 1, "counted", "{\"number\":1}");
            hearers.untilAllIsRead();
        }
        LaneBroker.tell(source, "ann", 2, "counted", "{\"number\":2}");
        try (var again = hearers().started()) {
            again.untilAllIsRead();
            assertThat(again.heard("ann")).containsExactly(1, 2);
            assertThat(again.count("alongside.records.applied", Map.of())).isEqualTo(1);
        }
    }

    @Test
    void an_error_of_the_machine_ends_the_consumer_and_shows_in_health() {
        var listener = LaneListener.to(source)
                .on("counted", Told.class, (in, told) -> {
                    throw new OutOfMemoryError();
                })
                .build();
        try (var hearers = new Hearers(service, space, people, 8, listener).started()) {
            LaneBroker.tell(source, "ann", 1, "counted", "{\"number\":1}");
            Hearers.soon()
                    .untilAsserted(
                            () -> assertThat(hearers.lanes.standing()).containsEntry(source, LaneContainer.STOPPED));
            assertThat(hearers.lanes.unread()).isEqualTo(1);
        }
    }

    @Test
    void an_error_of_the_code_parks_the_lane_and_ends_nothing() {
        var listener = LaneListener.to(source)
                .on("counted", Told.class, (in, told) -> {
                    throw new StackOverflowError();
                })
                .build();
        try (var hearers = new Hearers(service, space, people, 8, listener).started()) {
            LaneBroker.tell(source, "ann", 1, "counted", "{\"number\":1}");
            hearers.untilAllIsRead();
            assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
            assertThat(hearers.lanes.standing()).containsEntry(source, LaneContainer.RUNNING);
        }
    }
}
