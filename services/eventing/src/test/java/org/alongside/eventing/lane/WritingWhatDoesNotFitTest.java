package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.Set;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that the store refuses each time is a fault of that record alone; the others on its partition go on. */
class WritingWhatDoesNotFitTest {

    private final String source = LaneBroker.newSource();
    private final FailingStore failing = new FailingStore();
    private final TestSpace space = new TestSpace(failing.store(), new MovableClock("2026-03-01T10:00:00Z"));
    private final Documents<Heard> people = Hearers.people(space);
    private final Hearers hearers = new Hearers(
            LaneBroker.newSource(),
            space,
            people,
            8,
            LaneListener.to(source)
                    .freezing("people")
                    .on("counted", Told.class, (in, told) -> {
                        if (in.lane().equals("ann")) {
                            throw tooLarge();
                        }
                        Hearers.note(people, in, told);
                    })
                    .build());

    private static MongoWriteException tooLarge() {
        var error =
                new WriteError(17419, "Resulting document after update is larger than 16777216", new BsonDocument());
        return new MongoWriteException(error, new ServerAddress(), Set.of());
    }

    private void count(String lane, int number) {
        LaneBroker.tell(source, 0, lane, number, "counted", "{\"number\":" + number + "}");
    }

    @BeforeEach
    void start() {
        hearers.started();
    }

    @AfterEach
    void stop() {
        hearers.close();
    }

    @Test
    void a_document_that_is_full_parks_its_lane_and_the_partition_flows() {
        count("ann", 1);
        count("ben", 1);
        hearers.untilAllIsRead();

        assertThat(hearers.heard("ben")).containsExactly(1);
        assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
    }

    @Test
    void a_parked_lane_that_is_full_ends_hearing_and_shows_in_health() {
        count("ann", 1);
        hearers.untilAllIsRead();
        failing.failure = tooLarge();
        failing.failing.add("update parked");
        count("ann", 2);

        Hearers.soon()
                .untilAsserted(() -> assertThat(hearers.lanes.standing()).containsEntry(source, "parked-lane-full"));
        assertThat(hearers.lanes.unread()).isEqualTo(1);
    }

    @Test
    void a_store_that_does_not_answer_is_no_fault_of_a_record() {
        assertThat(OutOfReach.causes(new MongoTimeoutException("no server"))).isTrue();
        assertThat(OutOfReach.causes(tooLarge())).isFalse();
    }
}
