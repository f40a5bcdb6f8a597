package org.alongside.standalone;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.relay.Envelope;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The faults of the platform itself, each of which a {@link RoughDay} turns into what the audit must count. */
final class Mutants {

    private Mutants() {}

    /** Whether a record was applied is not kept, so it is applied again whenever it is delivered again. */
    static ApplicationContextInitializer<GenericApplicationContext> receiptNotWritten() {
        return Mutant.store("mentorship", real -> new Mutant.Store(real) {
            @Override
            public boolean insert(String collection, Document document) {
                return super.insert(collection, new Document(document).append("receipts", new Document()));
            }

            @Override
            public boolean update(String collection, Document filter, Bson update) {
                var without = new Document((Document) update);
                without.computeIfPresent("$set", (set, values) -> {
                    var kept = new Document((Document) values);
                    kept.keySet().removeIf(path -> path.startsWith("receipts."));
                    return kept;
                });
                return super.update(collection, filter, without);
            }
        });
    }

    /** An event leaves the outbox although the broker has not acknowledged it. */
    static ApplicationContextInitializer<GenericApplicationContext> removedBeforeTheAck() {
        return Mutant.publisher("mentorship", real -> envelope -> {
            real.send(envelope);
            return CompletableFuture.completedFuture(null);
        });
    }

    /** What was said with a peer is decided, and its record is refused by the broker for ever. */
    static ApplicationContextInitializer<GenericApplicationContext> neverAcknowledged() {
        return Mutant.publisher(
                "mentorship",
                real -> envelope -> envelope.type().endsWith(".peer-contact-logged")
                        ? CompletableFuture.failedFuture(new IllegalStateException("The record was refused"))
                        : real.send(envelope));
    }

    /** A mentor is written whether or not somebody else has written it since it was read. */
    static ApplicationContextInitializer<GenericApplicationContext> claimWithoutItsCondition() {
        return Mutant.store("mentorship", real -> new Mutant.Store(real) {
            @Override
            public boolean update(String collection, Document filter, Bson update) {
                var condition = new Document(filter);
                if (collection.equals("mentors")) {
                    condition.remove("version");
                }
                return super.update(collection, condition, update);
            }
        });
    }

    /** That a match has ended is decided and never told. */
    static ApplicationContextInitializer<GenericApplicationContext> droppedEvent() {
        return Mutant.publisher(
                "mentorship",
                real -> envelope -> envelope.type().endsWith(".mentor-assignment-ended")
                        ? CompletableFuture.completedFuture(null)
                        : real.send(envelope));
    }

    /** The first two events of every lane of intake change places. */
    static ApplicationContextInitializer<GenericApplicationContext> twoEventsSwapped() {
        Map<String, Envelope> firsts = new ConcurrentHashMap<>();
        return Mutant.publisher("intake", real -> envelope -> {
            if (envelope.sequence() == 1) {
                firsts.put(envelope.key(), envelope);
                return CompletableFuture.completedFuture(null);
            }
            var sent = real.send(envelope);
            var first = firsts.remove(envelope.key());
            return first == null ? sent : real.send(first);
        });
    }

    /** Tasks are neither kept nor told; the numbers of what is told are without a gap. */
    static ApplicationContextInitializer<GenericApplicationContext> handOffWithoutTask() {
        return Mutant.store("continuum", WithoutTasks::new);
    }

    private static final class WithoutTasks extends Mutant.Store {

        WithoutTasks(DocumentStore real) {
            super(real);
        }

        @Override
        public boolean update(String collection, Document filter, Bson update) {
            var set = ((Document) update).get("$set", Document.class);
            return super.update(
                    collection,
                    filter,
                    set == null || !set.containsKey("state")
                            ? update
                            : new Document((Document) update).append("$set", without(set)));
        }

        private static Document without(Document set) {
            var kept = new Document(set);
            var told = set.keySet().stream()
                    .filter(path -> path.startsWith("outbox."))
                    .toList();
            told.forEach(kept::remove);
            long seq = set.getLong("seq") - told.size();
            for (var path : told) {
                var event = set.get(path, Document.class);
                if (!event.getString("type").startsWith("outreach-task-")) {
                    seq++;
                    kept.append("outbox." + seq, event);
                }
            }
            var state = new Document(set.get("state", Document.class)).append("tasks", new Document());
            return kept.append("seq", seq).append("state", state);
        }
    }
}
