package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayingALaneTest {

    private final String source = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);
    private final Set<Integer> poison = ConcurrentHashMap.newKeySet();
    private final LaneListener listener =
            Hearers.counting(source, people, poison).freezing("people").build();
    private final Hearers hearers = new Hearers(LaneBroker.newSource(), space, people, 8, listener);

    @BeforeEach
    void a_lane_is_parked_at_its_second_record() {
        poison.add(2);
        hearers.started();
        count(1);
        count(2);
        count(3);
        count(4);
        hearers.untilAllIsRead();
    }

    @AfterEach
    void stop() {
        hearers.close();
    }

    private void count(int number) {
        LaneBroker.tell(source, "ann", number, "counted", "{\"number\":" + number + "}");
    }

    @Test
    void applies_what_waits_in_order_and_lets_the_lane_flow_again() {
        poison.clear();

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(3, 0));

        assertThat(hearers.heard("ann")).containsExactly(1, 2, 3, 4);
        assertThat(hearers.frozen("ann")).isFalse();
        assertThat(hearers.parked.find(source, "ann")).isNull();
        assertThat(hearers.tasks).containsExactly("parked ann counted", "unparked ann");
        count(5);
        hearers.untilAllIsRead();
        assertThat(hearers.heard("ann")).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void stays_parked_while_the_first_record_still_cannot_be_applied() {
        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(0, 3));

        assertThat(hearers.heard("ann")).containsExactly(1);
        assertThat(hearers.frozen("ann")).isTrue();
    }

    @Test
    void stops_at_a_later_record_that_cannot_be_applied_and_keeps_the_rest() {
        poison.clear();
        poison.add(3);

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(1, 2));

        assertThat(hearers.heard("ann")).containsExactly(1, 2);
        assertThat(hearers.frozen("ann")).isTrue();
        assertThat(hearers.parked.find(source, "ann").records().firstKey()).endsWith("3");
    }

    @Test
    void a_record_that_arrives_while_it_is_replayed_is_not_overtaken() {
        poison.clear();
        var lane = hearers.parked.find(source, "ann");
        count(5);
        hearers.untilAllIsRead();

        assertThat(hearers.parked.remove(lane, lane.records().firstKey())).isFalse();
        hearers.replaying.replay(source, "ann");
        assertThat(hearers.heard("ann")).containsExactly(1, 2, 3, 4, 5);
    }

    /** It finds the lane empty and nearly gone: who was just told that all is well has to hear otherwise. */
    @Test
    void a_record_that_arrives_at_the_last_moment_keeps_the_lane_parked_and_people_hear_of_it() {
        poison.clear();
        poison.add(5);
        hearers.whenTold = what -> {
            if (what.equals("unparked")
                    && hearers.parked.find(source, "ann").records().isEmpty()) {
                count(5);
                hearers.untilAllIsRead();
            }
        };

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(3, 1));

        assertThat(hearers.frozen("ann")).isTrue();
        assertThat(hearers.tasks.getLast()).isEqualTo("parked ann counted");
    }

    @Test
    void a_lane_whose_end_nobody_could_be_told_of_is_told_later() {
        poison.clear();
        hearers.whenTold = what -> {
            throw new IllegalStateException("nobody is there");
        };
        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(3, 0));

        hearers.whenTold = what -> {};
        hearers.parking.mend(listener);

        assertThat(hearers.tasks).containsExactly("parked ann counted", "unparked ann");
        assertThat(hearers.parked.find(source, "ann")).isNull();
    }

    @Test
    void an_empty_lane_that_was_parked_again_meanwhile_is_not_thrown_away() {
        poison.clear();
        hearers.replaying.replay(source, "ann");
        poison.add(5);
        count(5);
        hearers.untilAllIsRead();
        var now = hearers.parked.find(source, "ann");
        var stale =
                new ParkedLane(source, "ann", "an earlier one", now.version(), now.since(), new java.util.TreeMap<>());

        assertThat(hearers.parked.unpark(stale)).isFalse();
        assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
    }

    @Test
    void a_lane_that_is_not_parked_is_unknown() {
        assertThatThrownBy(() -> hearers.replaying.replay(source, "ben"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo("unknown-lane"));
    }

    @Test
    void staff_see_which_lanes_wait_without_what_is_in_them() {
        var controller = new ParkedController(hearers.parked, hearers.replaying, hearers.skipping, hearers.skipped);

        var page = controller.list("", 50);

        assertThat(page.next()).isNull();
        assertThat(page.lanes())
                .extracting(
                        ParkedController.Parked::lane, ParkedController.Parked::type, ParkedController.Parked::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ann", "counted", 3));
        assertThat(controller.list("", 1).next()).isEqualTo(source + "/ann");
        assertThatThrownBy(() -> controller.list("", 0)).isInstanceOf(Refused.class);
    }
}
