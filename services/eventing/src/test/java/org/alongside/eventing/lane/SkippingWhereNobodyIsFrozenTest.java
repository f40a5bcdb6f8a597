package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Skipping.Skip;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No document takes the record for applied: that it was skipped is known from the record itself. */
class SkippingWhereNobodyIsFrozenTest {

    private final String source = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);
    private final Hearers hearers = new Hearers(
            LaneBroker.newSource(),
            space,
            people,
            8,
            Hearers.counting(source, people, Set.of(2, 4)).build());

    @BeforeEach
    void the_last_record_was_skipped() {
        hearers.started();
        count(1);
        count(2);
        hearers.untilAllIsRead();
        var first = hearers.parked.find(source, "ann").first();
        hearers.skipping.skip(source, "ann", new Skip(first, "malformed", "coordinator-1"));
    }

    @AfterEach
    void stop() {
        hearers.close();
    }

    private void count(int number) {
        LaneBroker.tell(source, "ann", number, "counted", "{\"number\":" + number + "}");
    }

    @Test
    void it_does_not_park_the_lane_again_when_it_is_delivered_again() {
        count(2);
        count(3);
        hearers.untilAllIsRead();

        assertThat(hearers.parked.find(source, "ann")).isNull();
        assertThat(hearers.heard("ann")).containsExactly(1, 3);
    }

    @Test
    void it_does_not_wait_again_when_it_is_delivered_again_while_the_lane_is_parked() {
        count(4);
        count(2);
        hearers.untilAllIsRead();

        assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
    }
}
