package org.alongside.eventing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A relay that is handed what is no longer so would send what was sent, or miss what is owed. */
class HandingToTheRelayTest {

    record Thing(int count) {}

    private final List<@Nullable Long> handed = new ArrayList<>();
    private Runnable afterAWrite = () -> {};
    private final FakeDocumentStore store = new FakeDocumentStore() {
        @Override
        public boolean update(String collection, Document filter, Bson update) {
            var written = super.update(collection, filter, update);
            var next = afterAWrite;
            afterAWrite = () -> {};
            next.run();
            return written;
        }
    };
    private final Documents<Thing> things = new DocumentSpace(
                    store,
                    new StateConverter(),
                    Clock.systemUTC(),
                    JsonMapper.builder().build(),
                    (collection, id, written) -> handed.add(written == null ? null : written.getLong("version")),
                    CutPoints.NONE,
                    () -> null,
                    () -> "event",
                    DocumentSpace.Limits.DEFAULT)
            .documents(Kind.of("things", "thing", Thing.class));

    private void owe() {
        things.change("t1", Cause.OWN, (kept, now) -> {
            int count = kept.orElse(new Thing(0)).count() + 1;
            return Decision.<Thing, Void>to(new Thing(count)).owing("e" + count, new Owed("claim", "g1"));
        });
    }

    @Test
    void each_of_two_writes_in_turn_is_handed_over() {
        owe();
        owe();
        assertThat(handed).containsExactly(1L, 2L);
    }

    @Test
    void of_two_writes_at_once_neither_is() {
        owe();
        handed.clear();
        afterAWrite = this::owe;
        owe();
        assertThat(handed).containsExactly(null, null);
    }

    @Test
    void nor_is_one_that_is_kept_where_something_waits_to_be_sent() {
        things.change(
                "t1",
                Cause.OWN,
                (kept, now) -> Decision.<Thing, Void>to(new Thing(0)).telling(new Told("raised", "1.0.0", 1)));
        owe();
        assertThat(handed).containsExactly(1L, null);
    }
}
