package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.List;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParkingHalfwayTest {

    private final String source = LaneBroker.newSource();
    private final FailingStore failing = new FailingStore();
    private final TestSpace space = new TestSpace(failing.store(), new MovableClock("2026-03-01T10:00:00Z"));
    private final Documents<Heard> people = Hearers.people(space);

    @ParameterizedTest
    @ValueSource(strings = {"ids parked", "insert parked", "count parked", "insert people"})
    void a_store_that_fails_while_a_lane_is_parked_is_waited_for_and_the_rest_is_done_then(String operation) {
        var listener = LaneListener.to(source)
                .freezing("people")
                .on("counted", Told.class, (in, told) -> {
                    throw new IllegalStateException();
                })
                .build();
        failing.failing.add(operation);
        try (var hearers = new Hearers(LaneBroker.newSource(), space, people, 8, listener).started()) {
            LaneBroker.tell(source, "ann", 1, "counted", "{\"number\":1}");
            Hearers.soon().until(() -> failing.failed.contains(operation));
            assertThat(hearers.lanes.unread()).isEqualTo(1);

            failing.failing.clear();
            hearers.untilAllIsRead();
            assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
            assertThat(hearers.frozen("ann")).isTrue();
            assertThat(hearers.tasks).contains("parked ann counted");
        }
    }

    @Test
    void who_is_frozen_for_a_lane_that_another_instance_lets_go_while_the_store_fails_is_thawed_then() {
        var listener = LaneListener.to(source).freezing("people").build();
        try (var hearers = new Hearers(LaneBroker.newSource(), space, people, 8, listener)) {
            hearers.parking.mend(listener);
            hearers.parked.park(new LaneRecord(source, "ann", 0, 0, List.of(), null), "counted");
            failing.failing.add("count parked");
            assertThatThrownBy(() -> hearers.parking.mend(listener)).isInstanceOf(MongoTimeoutException.class);
            assertThat(hearers.frozen("ann")).isTrue();

            space.store().delete(ParkedLanes.COLLECTION, new Document());
            failing.failing.clear();
            hearers.parking.mend(listener);

            assertThat(hearers.frozen("ann")).isFalse();
        }
    }
}
