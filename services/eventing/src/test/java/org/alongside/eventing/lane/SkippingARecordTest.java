package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.lane.Skipping.Skip;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No person stays frozen for ever because of one record that nothing can repair. */
class SkippingARecordTest {

    private final String source = LaneBroker.newSource();
    private final FailingStore failing = new FailingStore();
    private final TestSpace space = new TestSpace(failing.store(), new MovableClock("2026-03-01T10:00:00Z"));
    private final Documents<Heard> people = Hearers.people(space);
    private final Set<Integer> poison = ConcurrentHashMap.newKeySet();
    private volatile Runnable whileApplying = () -> {};
    private final Hearers hearers = new Hearers(
            LaneBroker.newSource(),
            space,
            people,
            8,
            LaneListener.to(source)
                    .freezing("people")
                    .on("counted", Told.class, (in, told) -> {
                        whileApplying.run();
                        if (poison.contains(told.number())) {
                            throw new IllegalStateException();
                        }
                        Hearers.note(people, in, told);
                    })
                    .build());

    @BeforeEach
    void the_second_record_can_never_be_applied() {
        poison.addAll(Set.of(2, 4));
        hearers.started();
        for (int number = 1; number <= 3; number++) {
            count(number);
        }
        hearers.untilAllIsRead();
    }

    @AfterEach
    void stop() {
        hearers.close();
    }

    private void count(int number) {
        LaneBroker.tell(source, "ann", number, "counted", "{\"number\":" + number + "}");
    }

    private String first() {
        return hearers.parked.find(source, "ann").first();
    }

    @Test
    void what_follows_it_is_applied_and_the_person_is_no_longer_frozen() {
        var skipped = hearers.skipping.skip(source, "ann", new Skip(first(), "malformed", "coordinator-1"));

        assertThat(skipped).isEqualTo(new Replaying.Replayed(1, 0));
        assertThat(hearers.heard("ann")).containsExactly(1, 3);
        assertThat(hearers.frozen("ann")).isFalse();
        assertThat(hearers.tasks).containsExactly("parked ann counted", "unparked ann");
    }

    @Test
    void it_is_kept_with_who_decided_it_and_why() {
        hearers.skipping.skip(source, "ann", new Skip(first(), "done-by-hand", "coordinator-1"));

        assertThat(hearers.skipped.latest(10)).singleElement().satisfies(record -> {
            assertThat(record.source()).isEqualTo(source);
            assertThat(record.lane()).isEqualTo("ann");
            assertThat(record.type()).isEqualTo("counted");
            assertThat(record.reason()).isEqualTo("done-by-hand");
            assertThat(record.by()).isEqualTo("coordinator-1");
        });
        var kept = space.store()
                .find(SkippedRecords.COLLECTION, new org.bson.Document(), new org.bson.Document("_id", 1), 2);
        assertThat(kept)
                .singleElement()
                .satisfies(document -> assertThat(
                                LaneRecord.from(source, document.get("record", org.bson.Document.class))
                                        .value())
                        .asString()
                        .isEqualTo("{\"number\":2}"));
    }

    @Test
    void a_request_that_comes_again_skips_nothing_more() {
        count(4);
        hearers.untilAllIsRead();
        var skip = new Skip(first(), "obsolete", "coordinator-1");
        assertThat(hearers.skipping.skip(source, "ann", skip)).isEqualTo(new Replaying.Replayed(1, 1));

        assertRefused("record-passed", skip);
        assertThat(hearers.parked.find(source, "ann").records()).hasSize(1);
    }

    @Test
    void it_does_not_park_the_lane_again_when_it_is_delivered_again() {
        hearers.skipping.skip(source, "ann", new Skip(first(), "malformed", "coordinator-1"));
        count(2);
        count(5);
        hearers.untilAllIsRead();

        assertThat(hearers.parked.find(source, "ann")).isNull();
        assertThat(hearers.heard("ann")).containsExactly(1, 3, 5);
    }

    @Test
    void a_decision_that_could_not_be_written_skips_nothing() {
        failing.failing.add("update parked");
        assertThatThrownBy(() -> hearers.skipping.skip(source, "ann", new Skip(first(), "malformed", "coordinator-1")))
                .isInstanceOf(MongoTimeoutException.class);
        failing.failing.clear();

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(0, 2));
        assertThat(hearers.skipped.latest(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert skipped", "update people"})
    void what_a_crash_left_of_it_is_finished_when_the_lane_is_replayed(String operation) {
        failing.failing.add(operation);
        assertThatThrownBy(() -> hearers.skipping.skip(source, "ann", new Skip(first(), "obsolete", "coordinator-1")))
                .isInstanceOf(MongoTimeoutException.class);
        failing.failing.clear();
        poison.clear();

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(1, 0));
        assertThat(hearers.heard("ann")).containsExactly(1, 3);
        assertThat(hearers.skipped.latest(10))
                .singleElement()
                .satisfies(record -> assertThat(record.reason()).isEqualTo("obsolete"));
    }

    private void assertRefused(String rule, Skip skip) {
        assertThatThrownBy(() -> hearers.skipping.skip(source, "ann", skip))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void nobody_skips_what_a_replay_is_applying() {
        var skip = new Skip(first(), "malformed", "coordinator-1");
        var asked = new AtomicInteger();
        whileApplying = () -> {
            if (asked.getAndIncrement() == 0) {
                assertRefused("record-being-applied", skip);
                poison.clear();
            }
        };

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(2, 0));
        assertThat(hearers.heard("ann")).containsExactly(1, 2, 3);
        assertThat(hearers.skipped.latest(10)).isEmpty();
    }

    @Test
    void what_became_of_a_replay_that_stopped_halfway_is_found_out_before_its_record_is_skipped() {
        var skip = new Skip(first(), "malformed", "coordinator-1");
        whileApplying = () -> {
            throw new MongoTimeoutException("no server");
        };
        assertThatThrownBy(() -> hearers.replaying.replay(source, "ann")).isInstanceOf(OutOfReach.class);
        whileApplying = () -> {};
        assertRefused("record-being-applied", skip);

        assertThat(hearers.replaying.replay(source, "ann")).isEqualTo(new Replaying.Replayed(0, 2));
        assertThat(hearers.skipping.skip(source, "ann", skip)).isEqualTo(new Replaying.Replayed(1, 0));
    }

    @Test
    void who_is_overtaken_by_a_replay_skips_nothing() {
        failing.before.put("update parked", () -> {
            poison.clear();
            hearers.replaying.replay(source, "ann");
        });

        assertRefused("record-passed", new Skip(first(), "malformed", "coordinator-1"));

        assertThat(hearers.heard("ann")).containsExactly(1, 2, 3);
        assertThat(hearers.skipped.latest(10)).isEmpty();
    }

    @Test
    void a_replay_that_finishes_it_first_changes_nothing() {
        failing.before.put("insert skipped", () -> hearers.replaying.replay(source, "ann"));

        assertThat(hearers.skipping.skip(source, "ann", new Skip(first(), "malformed", "coordinator-1")))
                .isEqualTo(new Replaying.Replayed(0, 0));

        assertThat(hearers.heard("ann")).containsExactly(1, 3);
        assertThat(hearers.skipped.latest(10)).hasSize(1);
    }

    @Test
    void the_number_of_a_record_that_is_none_of_ours_says_nothing_about_others() {
        var foreign = LaneBroker.raw(source, null, "ben", "{}");
        LaneBroker.header(foreign, "ce_sequence", "1000000");
        LaneBroker.send(foreign);
        hearers.untilAllIsRead();
        var position = hearers.parked.find(source, "ben").first();
        hearers.skipping.skip(source, "ben", new Skip(position, "malformed", "coordinator-1"));

        LaneBroker.tell(source, "ben", 1, "counted", "{\"number\":1}");
        hearers.untilAllIsRead();
        assertThat(hearers.heard("ben")).containsExactly(1);
    }

    @Test
    void where_nothing_waits_there_is_nothing_to_skip() {
        hearers.whenTold = what -> {
            throw new IllegalStateException("nobody is there");
        };
        hearers.skipping.skip(source, "ann", new Skip(first(), "malformed", "coordinator-1"));
        assertThat(first()).isEmpty();

        assertRefused("record-passed", new Skip("", "malformed", "coordinator-1"));
    }

    @ParameterizedTest
    @CsvSource({"because,coordinator-1,reason", "malformed,,by", "malformed,Jane Doe,by", ",coordinator-1,reason"})
    void nobody_skips_without_a_name_and_a_reason(String reason, String by, String field) {
        assertThatThrownBy(() -> hearers.skipping.skip(source, "ann", new Skip(first(), reason, by)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(hearers.parked.find(source, "ann").records()).hasSize(2);
    }
}
