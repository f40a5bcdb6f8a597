package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class FindingByIdTest {

    @Test
    void a_filter_that_names_an_id_and_more_is_looked_up_and_not_searched_for() {
        try (var data = MVStore.open(null)) {
            var ids = new DatabaseFoundById("clinic", data, new CursorRegistry())
                    .openOrCreateUniqueIndex("people", "_id_", List.of(new IndexKey("_id", true)), false);
            var here = new Document("_id", "here").append("version", 2L);
            ids.add(here, "position", null);

            var asked = new Document("_id", "here").append("version", 1L);
            assertThat(ids.canHandle(asked)).isTrue();
            assertThat(ids.getPositions(asked)).hasSize(1);
            assertThat(ids.getPositions(new Document("_id", "elsewhere").append("version", 1L)))
                    .isEmpty();
            assertThat(ids.canHandle(new Document("version", 1L))).isFalse();
        }
    }
}
