package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ParkingALaneTest {

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);
    private final Set<Integer> poison = ConcurrentHashMap.newKeySet();

    private final LaneListener listener =
            Hearers.counting(source, people, poison).freezing("people").build();

    private Hearers hearers(int limit) {
        return new Hearers(service, space, people, limit, listener);
    }

    private void count(String lane, int number) {
        LaneBroker.tell(source, 0, lane, number, "counted", "{\"number\":" + number + "}");
    }

    @Test
    void a_record_that_cannot_be_applied_parks_its_lane_while_the_others_flow() {
        poison.add(2);
        try (var hearers = hearers(8).started()) {
            count("ann", 1);
            count("ann", 2);
            count("ben", 1);
            count("ann", 3);
            count("ben", 3);
            count("ann", 4);
            hearers.untilAllIsRead();

            assertThat(hearers.heard("ann")).containsExactly(1);
            assertThat(hearers.heard("ben")).containsExactly(1, 3);
            var lane = hearers.parked.find(source, "ann");
            assertThat(lane.records().keySet())
                    .containsExactly("0000000000000000002", "0000000000000000003", "0000000000000000004");
            assertThat(lane.type()).isEqualTo("counted");
            assertThat(hearers.tasks).containsExactly("parked ann counted");
            assertThat(hearers.count("alongside.records.parked", Map.of("source", source)))
                    .isEqualTo(3);
            assertThat(hearers.meters.get("alongside.lanes.parked").gauge().value())
                    .isEqualTo(1);
        }
    }

    @Test
    void the_document_of_a_parked_lane_is_frozen_and_that_of_others_is_not() {
        poison.add(1);
        try (var hearers = hearers(8).started()) {
            count("ann", 1);
            count("ben", 2);
            hearers.untilAllIsRead();

            assertThat(hearers.frozen("ann")).isTrue();
            assertThat(hearers.frozen("ben")).isFalse();
            assertThatThrownBy(() -> people.change(
                            "ann", Cause.OWN, (kept, now) -> Decision.to(kept.orElse(new Heard(java.util.List.of())))))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("lane-parked"));
        }
    }

    @Test
    void a_lane_that_nobody_could_be_told_of_is_told_later_though_nothing_more_is_heard() {
        poison.add(1);
        try (var hearers = hearers(8)) {
            hearers.whenTold = what -> {
                throw new IllegalStateException("nobody is there");
            };
            hearers.started();
            count("ann", 1);
            hearers.untilAllIsRead();
            assertThat(hearers.tasks).isEmpty();

            hearers.whenTold = what -> {};
            hearers.parking.mend(listener);
            hearers.parking.mend(listener);
            assertThat(hearers.tasks).containsExactly("parked ann counted");
        }
    }

    /** A crash came before who had closed the task could say that the lane waits again. */
    @Test
    void who_heard_last_that_a_lane_flows_hears_again_that_it_waits() {
        poison.add(1);
        try (var hearers = hearers(8).started()) {
            count("ann", 1);
            hearers.untilAllIsRead();
            hearers.raising.unparked(source, "ann");

            hearers.parking.mend(listener);

            assertThat(hearers.tasks).containsExactly("parked ann counted", "unparked ann", "parked ann counted");
        }
    }

    @Test
    void who_is_frozen_though_no_lane_is_parked_is_let_go() {
        try (var hearers = hearers(8)) {
            new Freezing(space.store()).freeze(listener, "ann");

            hearers.parking.mend(listener);

            assertThat(hearers.frozen("ann")).isFalse();
        }
    }

    @Test
    void a_service_in_which_nobody_would_be_told_of_a_frozen_person_does_not_start() {
        var metrics = new LaneMetrics(new SimpleMeterRegistry());
        var untold = new Parking(
                new ParkedLanes(space.store(), metrics),
                new SkippedRecords(space.store()),
                new Freezing(space.store()),
                List::of,
                metrics,
                8);
        assertThatThrownBy(() -> untold.requireSomebodyToTell(List.of(listener)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("declare a ParkedLaneListener");
        untold.requireSomebodyToTell(List.of(LaneListener.to(source).build()));
    }

    @Test
    void a_record_is_parked_as_it_is() {
        try (var hearers = hearers(8).started()) {
            var record = LaneBroker.raw(source, 1, "ann", "{\"number\":\"not one\"}");
            LaneBroker.header(record, "ce_specversion", "1.0");
            LaneBroker.header(record, "twice", "a");
            LaneBroker.header(record, "twice", "b");
            LaneBroker.send(record);
            hearers.untilAllIsRead();

            var waiting =
                    hearers.parked.find(source, "ann").records().firstEntry().getValue();
            assertThat(waiting.type()).isEqualTo("unreadable");
            assertThat(waiting.record().value()).asString().isEqualTo("{\"number\":\"not one\"}");
            assertThat(waiting.record().headers())
                    .extracting(header -> header.name() + "=" + new String(header.value()))
                    .containsExactly("ce_specversion=1.0", "twice=a", "twice=b");
        }
    }

    private void foreign(String lane, int number) {
        var record = LaneBroker.raw(source, 0, lane, "{}");
        LaneBroker.header(record, "ce_sequence", String.valueOf(number));
        LaneBroker.send(record);
    }

    @Test
    void a_record_that_is_none_of_ours_takes_nobody_elses_place() {
        try (var hearers = hearers(8).started()) {
            foreign("ann", 2);
            count("ann", 2);
            foreign("ann", 2);
            foreign("ann", 1);
            hearers.untilAllIsRead();

            assertThat(hearers.parked.find(source, "ann").records().values())
                    .extracting(waiting -> new String(waiting.record().value()))
                    .containsExactly("{}", "{\"number\":2}", "{}", "{}");
        }
    }

    @Test
    void a_record_that_is_none_of_ours_waits_though_its_number_was_applied() {
        try (var hearers = hearers(8).started()) {
            count("ann", 12);
            foreign("ann", 3);
            hearers.untilAllIsRead();

            assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
            assertThat(hearers.tasks).containsExactly("parked ann unreadable");
        }
    }

    @Test
    void a_record_without_a_key_is_parked_too_and_freezes_nobody() {
        try (var hearers = hearers(8).started()) {
            LaneBroker.send(LaneBroker.raw(source, 2, null, "{}"));
            LaneBroker.send(LaneBroker.raw(source, 2, null, "{}"));
            hearers.untilAllIsRead();

            assertThat(hearers.parked.find(source, "partition-2").records()).hasSize(2);
            assertThat(people.find("partition-2")).isEmpty();
        }
    }

    @Test
    void a_lane_stays_parked_over_a_restart() {
        poison.add(1);
        try (var hearers = hearers(8).started()) {
            count("ann", 1);
            hearers.untilAllIsRead();
        }
        poison.clear();
        count("ann", 2);
        try (var again = hearers(8).started()) {
            again.untilAllIsRead();
            assertThat(again.heard("ann")).isEmpty();
            assertThat(again.parked.find(source, "ann").records()).hasSize(2);
        }
    }

    @Test
    void a_lane_that_another_instance_parked_is_seen_when_its_partition_comes_back() {
        try (var here = hearers(8).started()) {
            count("ben", 1);
            here.untilAllIsRead();
            here.lanes.stop();
            poison.add(1);
            try (var there = hearers(8).started()) {
                count("ann", 1);
                there.untilAllIsRead();
            }
            poison.clear();
            count("ann", 2);
            here.lanes.start();
            here.untilAllIsRead();
            assertThat(here.heard("ann")).isEmpty();
            assertThat(here.parked.find(source, "ann").records()).hasSize(2);
        }
    }

    @Test
    void what_is_delivered_again_waits_only_once() {
        poison.add(2);
        try (var hearers = hearers(8).started()) {
            for (int n : new int[] {1, 2, 3, 1, 2, 3}) {
                count("ann", n);
            }
            hearers.untilAllIsRead();
            assertThat(hearers.parked.find(source, "ann").records()).hasSize(2);
            assertThat(hearers.count("alongside.records.parked", Map.of())).isEqualTo(2);
        }
    }

    @Test
    void a_lane_that_another_instance_let_go_no_longer_counts_here() {
        poison.add(1);
        try (var here = hearers(1).started();
                var there = hearers(1)) {
            count("ann", 1);
            here.untilAllIsRead();
            poison.clear();
            there.replaying.replay(source, "ann");

            here.parking.mend(listener);

            assertThat(here.meters.get("alongside.lanes.parked").gauge().value())
                    .isZero();
            poison.add(2);
            count("ben", 2);
            here.untilAllIsRead();
            assertThat(here.parked.find(source, "ben").records()).hasSize(1);
        }
    }

    /** The other is faster than who tells of it here: it lets the lane go, and it parks it again. */
    @Test
    void the_last_that_is_told_of_a_lane_is_how_it_stands() {
        try (var here = hearers(8)) {
            var record = new LaneRecord(source, "ann", 0, 0, List.of(), null);
            var once = new java.util.HashSet<String>();
            here.whenTold = what -> {
                if (!once.add(what)) {
                    return;
                }
                if (what.equals("parked")) {
                    space.store().delete(ParkedLanes.COLLECTION, new Document());
                } else {
                    here.parked.park(record, "counted");
                }
            };
            here.parking.park(listener, record, new Unapplicable("counted", "poison"));

            assertThat(here.tasks).containsExactly("parked ann counted", "unparked ann", "parked ann counted");
            assertThat(here.frozen("ann")).isTrue();
        }
    }

    @Test
    void more_parked_lanes_than_the_limit_stop_the_consumer_and_show_in_health() {
        poison.add(1);
        try (var hearers = hearers(2).started()) {
            var health = new LanesHealth(hearers.lanes, hearers.catchUp);
            count("ann", 1);
            count("ben", 1);
            hearers.untilAllIsRead();
            assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

            count("cid", 1);
            Hearers.soon()
                    .untilAsserted(() ->
                            assertThat(health.health().getDetails()).containsEntry(source, "too-many-parked-lanes"));
            assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
            assertThat(hearers.parked.find(source, "cid")).isNull();
            assertThat(hearers.lanes.unread()).isEqualTo(1);
        }
        poison.clear();
        try (var again = hearers(2).started()) {
            again.untilAllIsRead();
            assertThat(again.heard("cid")).containsExactly(1);
            assertThat(again.count("alongside.records.applied", Map.of())).isEqualTo(1);
        }
    }
}
