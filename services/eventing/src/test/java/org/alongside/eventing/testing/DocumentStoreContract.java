package org.alongside.eventing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.OneWriterWins;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every store must do alike; run on the fake, the embedded store and any server given by address. */
public abstract class DocumentStoreContract {

    private final String things = "things-" + UUID.randomUUID();

    protected abstract DocumentStore store();

    private static Document thing(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("outbox", new Document())
                .append("owed", new Document());
    }

    private static Document set(String path, Object value) {
        return new Document("$set", new Document(path, value));
    }

    private static Document unset(String path) {
        return new Document("$unset", new Document(path, ""));
    }

    @Test
    void a_document_is_there_once() {
        assertThat(store().insert(things, thing("a"))).isTrue();
        assertThat(store().insert(things, thing("a").append("other", true))).isFalse();
        assertThat(store().find(things, "a")).doesNotContainKey("other");
        assertThat(store().find(things, "b")).isNull();
    }

    @Test
    void numbers_dates_and_nested_documents_come_back_as_they_went() {
        var at = Date.from(Instant.parse("2026-03-01T10:00:00.123Z"));
        var written = thing("a").append("at", at).append("nested", new Document("x", List.of("1", "2")));
        store().insert(things, written);
        assertThat(store().find(things, "a")).isEqualTo(written);
    }

    @Test
    void an_update_needs_the_version_it_was_decided_on() {
        store().insert(things, thing("a"));
        var seen = new Document("_id", "a").append("version", 1L);
        assertThat(store().update(things, seen, set("version", 2L))).isTrue();
        assertThat(store().update(things, seen, set("version", 3L))).isFalse();
        assertThat(store().find(things, "a").getLong("version")).isEqualTo(2);
    }

    @Test
    void an_update_never_inserts() {
        assertThat(store().update(things, new Document("_id", "none"), set("x", 1L)))
                .isFalse();
        assertThat(store().count(things, new Document())).isZero();
    }

    @Test
    void entries_are_added_and_removed_one_by_one() {
        store().insert(things, thing("a"));
        var a = new Document("_id", "a");
        store().update(
                        things,
                        a,
                        new Document(
                                "$set",
                                new Document("outbox.1", new Document("type", "x"))
                                        .append("outbox.2", new Document("type", "y"))));
        store().update(things, a, unset("outbox.1"));
        assertThat(store().find(things, "a").get("outbox", Document.class)).containsOnlyKeys("2");
        store().update(things, a, unset("outbox.2"));
        assertThat(store().update(things, a, unset("outbox.2")))
                .as("removing twice does nothing")
                .isTrue();
        assertThat(store().find(things, "a").get("outbox")).isEqualTo(new Document());
    }

    @Test
    void pending_is_cleared_only_when_nothing_is_left() {
        store().insert(things, thing("a").append("pending", new Date(0)));
        var a = new Document("_id", "a");
        var settled = new Document("_id", "a").append("outbox", new Document()).append("owed", new Document());
        store().update(things, a, set("outbox.1", new Document("type", "x")));
        assertThat(store().update(things, settled, unset("pending"))).isFalse();
        store().update(things, a, unset("outbox.1"));
        assertThat(store().update(things, settled, unset("pending"))).isTrue();
        assertThat(store().find(things, "a")).doesNotContainKey("pending");
    }

    @Test
    void versions_are_told_in_the_order_of_the_ids() {
        store().insert(things, thing("b").append("version", 7L));
        store().insert(things, thing("a"));
        store().insert(things, thing("c"));
        assertThat(store().versions(things, new Document("_id", new Document("$gt", "a")), 1))
                .containsExactly(Map.entry("b", 7L));
        assertThat(store().versions(things, new Document(), 10))
                .containsExactly(Map.entry("a", 1L), Map.entry("b", 7L), Map.entry("c", 1L));
    }

    @Test
    void an_index_changes_no_answer_and_may_be_asked_for_again() {
        store().insert(things, thing("a").append("pending", new Date(1_000)));
        store().insert(things, thing("b"));
        store().index(things, "pending");
        store().index(things, "pending");
        store().insert(things, thing("c").append("pending", new Date(2_000)));
        var since = new Document("$gt", new Date(0));
        assertThat(store().ids(things, new Document("pending", since), 10)).containsExactlyInAnyOrder("a", "c");
        assertThat(store().ids(things, new Document("pending", new Document("$lte", new Date(1_000))), 10))
                .containsExactly("a");
    }

    @Test
    void set_unset_and_inc_work_in_one_update() {
        store().insert(things, thing("a").append("gone", "x"));
        var update = set("state", new Document("n", 1L));
        update.append("$unset", new Document("gone", "")).append("$inc", new Document("version", 1L));
        store().update(things, new Document("_id", "a"), update);
        var after = store().find(things, "a");
        assertThat(after.getLong("version")).isEqualTo(2);
        assertThat(after).doesNotContainKey("gone");
    }

    @Test
    void finds_by_existence_and_by_bounds() {
        store().insert(things, thing("a").append("dueAt", new Date(1_000)));
        store().insert(things, thing("b").append("dueAt", new Date(2_000)));
        store().insert(things, thing("c"));
        assertThat(store().ids(things, new Document("dueAt", new Document("$lte", new Date(1_500))), 10))
                .containsExactly("a");
        assertThat(store().ids(things, new Document("dueAt", new Document("$exists", true)), 10))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(store().count(things, new Document("dueAt", new Document("$exists", false))))
                .isEqualTo(1);
        assertThat(store().ids(things, new Document("_id", new Document("$gt", "a")), 1))
                .hasSize(1);
    }

    @Test
    void finds_in_order_and_no_more_than_asked() {
        for (var id : List.of("c", "a", "b")) {
            store().insert(things, thing(id).append("state", new Document("kind", "x")));
        }
        assertThat(store().find(things, new Document("state.kind", "x"), new Document("_id", 1), 2))
                .extracting(document -> document.getString("_id"))
                .containsExactly("a", "b");
    }

    @Test
    void deletes_only_what_matches() {
        store().insert(things, thing("a"));
        assertThat(store().delete(things, new Document("_id", "a").append("version", 9L)))
                .isFalse();
        assertThat(store().delete(things, new Document("_id", "a").append("version", 1L)))
                .isTrue();
        assertThat(store().find(things, "a")).isNull();
    }

    @Test
    void of_many_writers_one_wins_each_version() {
        OneWriterWins.check(store());
    }

    @Test
    void no_increment_is_lost_among_writers() throws Exception {
        store().insert(things, thing("a"));
        var work = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < 8; writer++) {
            work.add(() -> {
                for (int n = 0; n < 25; n++) {
                    store().update(things, new Document("_id", "a"), new Document("$inc", new Document("version", 1L)));
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(store().find(things, "a").getLong("version")).isEqualTo(201);
    }
}
