package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.MongoDocumentStore;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingByIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path directory;

    private void store(Consumer<DocumentStore> use) {
        try (var embedded = EmbeddedStore.open(directory.resolve("store"), 0);
                MongoClient client = MongoClients.create(embedded.uri())) {
            var store = new MongoDocumentStore(client.getDatabase("clinic"));
            store.index("people", "due");
            store.index("people", "kind");
            use.accept(store);
        }
    }

    private static Document person(String id, Instant due, String kind) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("due", Date.from(due))
                .append("kind", kind);
    }

    private static Document due(String bound, Instant at) {
        return new Document("due", new Document(bound, Date.from(at)));
    }

    private static void fill(DocumentStore store) {
        store.insert("people", person("early", NOON.minusSeconds(1), "waits"));
        store.insert("people", person("noon", NOON, "waits"));
        store.insert("people", person("late", NOON.plusSeconds(1), "sits"));
        store.insert("people", new Document("_id", "never").append("version", 1L));
    }

    @Test
    void by_time_up_to_and_after_a_bound_and_by_text() {
        store(store -> {
            fill(store);
            assertThat(store.ids("people", due("$lte", NOON), 9)).containsExactlyInAnyOrder("early", "noon");
            assertThat(store.ids("people", due("$gt", NOON), 9)).containsExactly("late");
            assertThat(store.ids("people", new Document("kind", "waits"), 9))
                    .containsExactlyInAnyOrder("early", "noon");
            assertThat(store.ids("people", new Document("kind", "waits").append("version", 2L), 9))
                    .isEmpty();
            assertThat(store.ids("people", new Document("kind", "unheard-of"), 9))
                    .isEmpty();
        });
    }

    @Test
    void what_is_changed_taken_away_or_deleted_is_found_by_what_it_is_now() {
        store(store -> {
            fill(store);
            store.update(
                    "people",
                    new Document("_id", "early"),
                    new Document("$set", new Document("due", Date.from(NOON.plusSeconds(5)))));
            store.update("people", new Document("_id", "noon"), new Document("$unset", new Document("due", "")));
            store.delete("people", new Document("_id", "late"));
            assertThat(store.ids("people", due("$lte", NOON), 9)).isEmpty();
            assertThat(store.ids("people", due("$gt", NOON), 9)).containsExactly("early");
        });
    }

    @Test
    void a_start_finds_again_what_was_there() {
        store(FindingByIndexTest::fill);
        store(store ->
                assertThat(store.ids("people", due("$lte", NOON), 9)).containsExactlyInAnyOrder("early", "noon"));
    }

    @Test
    void an_answer_of_few_fields_is_what_the_whole_document_would_give() {
        store(store -> {
            fill(store);
            store.insert(
                    "people",
                    person("nested", NOON, "waits").append("state", new Document("kind", "sits").append("n", 1)));
            assertThat(store.versions("people", new Document("_id", new Document("$gt", "late")), 9))
                    .containsOnlyKeys("nested", "never", "noon");
            assertThat(store.ids("people", new Document("state.kind", "sits").append("version", 1L), 9))
                    .containsExactly("nested");
            assertThat(store.ids("people", new Document("state.kind", new Document("$exists", false)), 9))
                    .hasSize(4);
        });
    }

    @Test
    void a_filter_that_names_an_id_and_more_is_looked_up_and_not_searched_for() {
        try (var data = MVStore.open(null)) {
            var documents = data.openMap(
                    "people", new org.h2.mvstore.MVMap.Builder<Object, byte[]>().valueType(ByteArrayDataType.INSTANCE));
            documents.put("here", new byte[0]);
            var ids = new IdIndex(documents, "_id_", List.of(new IndexKey("_id", true)));
            var asked = new de.bwaldvogel.mongo.bson.Document("_id", "here").append("version", 1L);
            assertThat(ids.canHandle(asked)).isTrue();
            assertThat(ids.getPositions(asked)).containsExactly("here");
            assertThat(ids.getPositions(new de.bwaldvogel.mongo.bson.Document("_id", "elsewhere")))
                    .isEmpty();
            assertThat(ids.canHandle(new de.bwaldvogel.mongo.bson.Document("version", 1L)))
                    .isFalse();
        }
    }

    @Test
    void a_field_that_is_asked_for_by_a_range_is_looked_up_and_not_searched_for() {
        var index = new FieldIndex("due_1", List.of(new IndexKey("due", true)));
        assertThat(index.canHandle(query(new de.bwaldvogel.mongo.bson.Document("$lte", NOON))))
                .isTrue();
        assertThat(index.canHandle(query(NOON))).isTrue();
        assertThat(index.canHandle(query(new de.bwaldvogel.mongo.bson.Document("$exists", true))))
                .isFalse();
        assertThat(index.canHandle(query(null))).isFalse();
    }

    @Test
    void the_database_looks_up_by_the_indexes_that_are_asked_for() {
        var database = new EmbeddedDatabase("clinic", MVStore.open(null), new CursorRegistry());
        var due = List.of(new IndexKey("due", true));
        assertThat(database.openOrCreateSecondaryIndex("people", "due_1", due, false))
                .isInstanceOf(FieldIndex.class);
    }

    private static de.bwaldvogel.mongo.bson.Document query(Object asked) {
        return new de.bwaldvogel.mongo.bson.Document("due", asked);
    }
}
