package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Hearers.Heard;
import org.alongside.eventing.lane.Hearers.Told;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchingUpTest {

    private final String source = LaneBroker.newSource();
    private final String service = LaneBroker.newSource();
    private final TestSpace space = Hearers.newSpace();
    private final Documents<Heard> people = Hearers.people(space);

    private void count(int number) {
        LaneBroker.tell(source, 0, "ann", number, "counted", "{\"number\":" + number + "}");
    }

    @Test
    void a_service_is_ready_only_once_it_has_read_what_stood_on_the_topic_when_it_started() {
        var storeIsDown = new AtomicBoolean(true);
        var listener = LaneListener.to(source)
                .beforeServing()
                .on("counted", Told.class, (in, told) -> {
                    if (storeIsDown.get()) {
                        throw new MongoTimeoutException("no server");
                    }
                    Hearers.note(people, in, told);
                })
                .build();
        count(1);
        try (var hearers = new Hearers(service, space, people, 8, listener).started()) {
            var health = new LanesHealth(hearers.lanes, hearers.catchUp);
            assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
            assertThatThrownBy(hearers.catchUp::requireCurrent).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.rule()).isEqualTo("not-current");
                assertThat(refused.status().value()).isEqualTo(503);
            });

            storeIsDown.set(false);
            Hearers.soon()
                    .untilAsserted(() ->
                            assertThat(health.health().getStatus().getCode()).isEqualTo("UP"));
            Hearers.soon().until(hearers.catchUp::mayReveal);
            hearers.catchUp.requireCurrent();
        }
    }

    @Test
    void nothing_is_revealed_while_a_record_has_been_unread_for_more_than_five_seconds() {
        var clock = new MovableClock("2026-03-01T10:00:00Z");
        var reader = new Offsets.Reader(service + ".group", java.util.Set.of(new TopicPartition(topic(), 0)));
        var catchUp = new CatchUp(new Offsets(LaneBroker.admin()), clock);
        catchUp.begin(List.of(reader));
        assertThat(catchUp.mayReveal()).isTrue();

        count(1);
        clock.move(Duration.ofSeconds(4));
        catchUp.observe();
        assertThat(catchUp.mayReveal()).isTrue();

        clock.move(Duration.ofSeconds(2));
        catchUp.observe();
        assertThat(catchUp.mayReveal()).isFalse();
        assertThat(catchUp.reached()).isTrue();

        commit(reader.group(), 1);
        catchUp.observe();
        assertThat(catchUp.mayReveal()).isTrue();
    }

    @Test
    void nothing_is_revealed_when_the_broker_was_not_asked_for_more_than_five_seconds() {
        var clock = new MovableClock("2026-03-01T10:00:00Z");
        var reader = new Offsets.Reader(service + ".group", java.util.Set.of(new TopicPartition(topic(), 0)));
        var catchUp = new CatchUp(new Offsets(LaneBroker.admin()), clock);
        catchUp.begin(List.of(reader));

        clock.move(Duration.ofSeconds(6));

        assertThat(catchUp.mayReveal()).isFalse();
    }

    /** An answer that took so long says how it was when it was asked for. */
    @Test
    void the_age_of_an_answer_counts_from_the_question() {
        var clock = new MovableClock("2026-03-01T10:00:00Z");
        var reader = new Offsets.Reader(service + ".group", java.util.Set.of(new TopicPartition(topic(), 0)));
        var slow = (Admin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    clock.move(Duration.ofSeconds(3));
                    return method.invoke(LaneBroker.admin(), arguments);
                });

        var catchUp = new CatchUp(new Offsets(slow), clock);
        catchUp.begin(List.of(reader));

        assertThat(catchUp.reached()).isTrue();
        assertThat(catchUp.mayReveal()).isFalse();
    }

    @Test
    void who_must_read_nothing_is_always_current() {
        assertThat(CatchUp.notNeeded().mayReveal()).isTrue();
        assertThat(CatchUp.notNeeded().reached()).isTrue();
    }

    private String topic() {
        return "alongside." + source;
    }

    private void commit(String group, long offset) {
        Offsets.answer(LaneBroker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic(), 0), new OffsetAndMetadata(offset)))
                .all());
    }
}
