package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingOtherDataTest {

    @TempDir
    private Path directory;

    @Test
    void documents_kept_in_another_way_are_refused_and_stay_as_they_are() {
        var file = directory.resolve("store");
        try (var earlier = MVStore.open(file.toString())) {
            earlier.openMap("databases.clinic.people").put("somebody", "kept in another way");
        }
        assertThatThrownBy(() -> EmbeddedStore.open(file, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> EmbeddedStore.open(file, 0)).hasMessageContaining("--data");
    }

    @Test
    void what_this_version_wrote_it_reads_again() {
        var written = new Document("_id", "somebody").append("version", 1L);
        store(people -> people.insertOne(written));
        store(people -> assertThat(people.find()).containsExactly(written));
    }

    private void store(Consumer<MongoCollection<Document>> use) {
        try (var embedded = EmbeddedStore.open(directory.resolve("store"), 0);
                var client = MongoClients.create(embedded.uri())) {
            use.accept(client.getDatabase("clinic").getCollection("people"));
        }
    }
}
