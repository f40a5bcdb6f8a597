package org.alongside.eventing.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.document.StateConverter;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's documents in memory, without a relay of its own: the test says when owed work is carried out, and reads
 * from the outboxes what was told.
 */
public final class TestSpace {

    private final DocumentStore store;
    private final DocumentSpace space;
    private final AtomicLong ids = new AtomicLong();

    public TestSpace(Clock clock) {
        this(new FakeDocumentStore(), clock);
    }

    public TestSpace(DocumentStore store, Clock clock) {
        this.store = store;
        this.space = new DocumentSpace(
                store,
                new StateConverter(),
                clock,
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(v ->
                                v.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                        .build(),
                (collection, id, written) -> {},
                CutPoints.NONE,
                () -> null,
                () -> "event-" + ids.incrementAndGet(),
                DocumentSpace.Limits.DEFAULT);
    }

    public <S> Documents<S> documents(Kind<S> kind) {
        return space.documents(kind);
    }

    /** What {@link Documents} is built on, to be handed to a service's own configuration. */
    public DocumentSpace space() {
        return space;
    }

    public DocumentStore store() {
        return store;
    }

    /** Everything that stands in the outbox of a document, in order: type and payload. */
    public List<Event> told(String collection, String id) {
        var document = store.find(collection, id);
        var events = new ArrayList<Event>();
        if (document != null) {
            var outbox = document.get("outbox", Document.class);
            outbox.keySet().stream()
                    .sorted(Comparator.comparingLong(Long::parseLong))
                    .forEach(seq -> {
                        var entry = outbox.get(seq, Document.class);
                        events.add(new Event(Long.parseLong(seq), entry.getString("type"), entry.getString("data")));
                    });
        }
        return events;
    }

    public record Event(long sequence, String type, String data) {}

    /** Carries out everything that the documents of these collections owe, as the relay would, until nothing is left. */
    public void settleAll(List<? extends OwedWork<?>> works) {
        for (int round = 0; round < 50; round++) {
            boolean done = true;
            for (var work : works) {
                done &= !settle(work);
            }
            if (done) {
                return;
            }
        }
        throw new AssertionError("Owed work keeps coming back");
    }

    private <O> boolean settle(OwedWork<O> work) {
        boolean any = false;
        for (var id : store.ids(work.collection(), new Document(), Integer.MAX_VALUE)) {
            var owed = store.find(work.collection(), id).get("owed", Document.class);
            for (var entry : owed.keySet()) {
                var stored = owed.get(entry, Document.class);
                if (stored.getString("want").equals(work.want())) {
                    var what = Owed.of(stored);
                    work.settle(id, entry, what, work.carryOut(id, entry, what));
                    any = true;
                }
            }
        }
        return any;
    }
}
