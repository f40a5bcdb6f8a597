package org.alongside.eventing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.TypeAlias;

class DecidingOnceTest {

    record Thing(int count, Map<String, Phase> phases) {}

    sealed interface Phase {
        @TypeAlias("open")
        record Open(LocalDate since) implements Phase {}

        @TypeAlias("shut")
        record Shut(Instant at) implements Phase {}
    }

    private final TestSpace space = new TestSpace(new MovableClock("2026-03-01T10:00:00Z"));
    private final Documents<Thing> things = space.documents(Kind.of("things", "thing", Thing.class));

    private static Decision<Thing, Integer> raise(Kept<Thing> kept) {
        var thing = kept.orElse(new Thing(0, Map.of()));
        var next = new Thing(
                thing.count() + 1,
                Map.of(
                        "a",
                        new Phase.Open(LocalDate.of(2026, 3, 1)),
                        "b",
                        new Phase.Shut(Instant.parse("2026-03-01T09:00:00Z"))));
        return Decision.<Thing, Integer>to(next)
                .telling(new Told("thing-raised", "1.0.0", Map.of("count", next.count())))
                .answering(next.count());
    }

    @Test
    void a_receipt_is_applied_once_and_an_older_one_never() {
        things.change("t1", Cause.receipt("other", 5), Integer.class, (kept, now) -> raise(kept));
        things.change("t1", Cause.receipt("other", 5), Integer.class, (kept, now) -> raise(kept));
        things.change("t1", Cause.receipt("other", 4), Integer.class, (kept, now) -> raise(kept));

        assertThat(things.find("t1").orElseThrow().state().count()).isEqualTo(1);
        assertThat(space.told("things", "t1"))
                .extracting(TestSpace.Event::sequence)
                .containsExactly(1L);
    }

    @Test
    void what_is_kept_in_mind_is_never_older_than_what_is_stored() {
        var kind = Kind.of("often", "often", Thing.class).keptInMind();
        var here = space.documents(kind);
        var elsewhere = new TestSpace(space.store(), new MovableClock("2026-03-01T10:00:00Z")).documents(kind);
        here.change("t1", Cause.OWN, Integer.class, (kept, now) -> raise(kept));
        elsewhere.change("t2", Cause.OWN, Integer.class, (kept, now) -> raise(kept));
        var first = here.all(new Document()).toList();
        elsewhere.change("t1", Cause.OWN, Integer.class, (kept, now) -> raise(kept));
        var second = here.all(new Document()).toList();

        assertThat(first).extracting(kept -> kept.state().count()).containsExactly(1, 1);
        assertThat(second).extracting(kept -> kept.state().count()).containsExactly(2, 1);
        assertThat(second.getLast()).as("not read again").isSameAs(first.getLast());
    }

    private static Decision<Thing, Integer> count(Kept<Thing> kept, int more) {
        var counted = kept.orElse(new Thing(0, Map.of())).count();
        return (more == 0
                        ? Decision.<Thing, Integer>unchanged()
                        : Decision.<Thing, Integer>to(new Thing(counted + more, Map.of())))
                .answering(counted + more);
    }

    @Test
    void what_was_written_here_last_is_decided_upon_unless_somebody_else_wrote() {
        var reads = new ArrayList<String>();
        var kind = Kind.of("lasting", "lasting", Thing.class).isNeverDeleted();
        var here = new TestSpace(
                        new FakeDocumentStore() {
                            @Override
                            public Document find(String collection, String id) {
                                reads.add(id);
                                return space.store().find(collection, id);
                            }

                            @Override
                            public boolean insert(String collection, Document document) {
                                return space.store().insert(collection, document);
                            }

                            @Override
                            public boolean update(String collection, Document filter, Bson update) {
                                return space.store().update(collection, filter, update);
                            }
                        },
                        new MovableClock("2026-03-01T10:00:00Z"))
                .documents(kind);
        var elsewhere = space.documents(kind);
        here.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1));
        assertThat(here.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1)))
                .isEqualTo(2);
        assertThat(reads).as("the second time not").containsExactly("t1");

        elsewhere.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1));
        assertThat(here.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1)))
                .isEqualTo(4);
        elsewhere.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1));
        assertThat(here.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 0)))
                .as("without a write that would tell")
                .isEqualTo(5);

        here.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1));
        elsewhere.change("t1", Cause.OWN, Integer.class, (kept, now) -> count(kept, 1));
        assertThat(here.change("t1", Cause.OWN, Integer.class, (kept, now) -> {
                    if (kept.state().count() == 6) {
                        throw Refused.conflict("too-early", "Not yet.");
                    }
                    return count(kept, 1);
                }))
                .as("a refusal of what is past")
                .isEqualTo(8);
        assertThat(elsewhere.find("t1").orElseThrow().state().count()).isEqualTo(8);
    }

    @Test
    void a_repeated_command_gets_the_first_answer_and_a_different_one_is_refused() {
        var command = new Cause.Command("k1", "body1", null);
        assertThat(things.change("t1", command, Integer.class, (kept, now) -> raise(kept)))
                .isEqualTo(1);
        assertThat(things.change("t1", command, Integer.class, (kept, now) -> raise(kept)))
                .isEqualTo(1);
        assertThatThrownBy(() -> things.change(
                        "t1", new Cause.Command("k1", "body2", null), Integer.class, (kept, now) -> raise(kept)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void a_frozen_document_is_decided_about_only_where_the_cause_cannot_wait_and_a_key_is_known_all_the_same() {
        var waiting = new Cause.Command("k1", "body1", null);
        things.change("t1", Cause.OWN, Integer.class, (kept, now) -> raise(kept));
        frozen("$set");
        for (var cause : List.of(waiting, Cause.OWN)) {
            assertThatThrownBy(() -> things.change("t1", cause, Integer.class, (kept, now) -> raise(kept)))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.rule()).isEqualTo("lane-parked"));
        }
        things.change("t1", Cause.OWN_EVEN_IF_FROZEN, Integer.class, (kept, now) -> raise(kept));
        assertThat(things.change("t1", waiting.thatCannotWait(), Integer.class, (kept, now) -> raise(kept)))
                .isEqualTo(3);
        frozen("$unset");
        assertThat(things.change("t1", waiting, Integer.class, (kept, now) -> raise(kept)))
                .isEqualTo(3);
    }

    private void frozen(String operator) {
        var mark = new Document(operator, new Document("frozen.other", true));
        space.store().update("things", new Document("_id", "t1"), mark.append("$inc", new Document("version", 1L)));
    }

    @Test
    void states_come_back_as_they_went() {
        things.change("t1", Cause.OWN, Integer.class, (kept, now) -> raise(kept));
        assertThat(things.find("t1").orElseThrow().state().phases())
                .containsEntry("a", new Phase.Open(LocalDate.of(2026, 3, 1)))
                .containsEntry("b", new Phase.Shut(Instant.parse("2026-03-01T09:00:00Z")));
    }

    @Test
    void owed_work_stands_until_it_is_settled() {
        things.change(
                "t1",
                Cause.OWN,
                (kept, now) -> Decision.<Thing, Void>to(new Thing(1, Map.of()))
                        .owing("c1", new Owed("claim", "g1", Map.of("x", "y"))));
        assertThat(things.find("t1").orElseThrow().owed()).containsOnlyKeys("c1");
        things.change(
                "t1",
                Cause.OWN,
                (kept, now) -> Decision.<Thing, Void>to(kept.state()).settling("c1"));
        assertThat(things.find("t1").orElseThrow().owed()).isEmpty();
        assertThat(things.all(new org.bson.Document()).toList()).hasSize(1);
        assertThat(List.of(things.find("t1").orElseThrow().version())).containsExactly(2L);
    }
}
