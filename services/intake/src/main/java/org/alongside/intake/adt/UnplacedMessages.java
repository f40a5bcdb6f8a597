package org.alongside.intake.adt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Kind;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Visit;
import org.alongside.intake.visit.VisitMessage;
import org.bson.Document;
import org.springframework.data.annotation.TypeAlias;

/**
 * Messages that do not say where, of visits that nobody has admitted yet: a discharge that overtook its admission, or
 * something of a clinic that is none of ours. Nothing that identifies is kept of them, and that only for a while.
 */
final class UnplacedMessages implements DueWork {

    private static final String COLLECTION = "unplaced";
    private static final Kind<Unplaced> KIND =
            new Kind<>(COLLECTION, "unplaced", Unplaced.class, unplaced -> Optional.of(unplaced.until()));

    private final Documents<Unplaced> documents;
    private final DocumentStore store;
    private final PatientIds ids;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long an admission may be behind what follows from it */
    UnplacedMessages(DocumentSpace space, PatientIds ids, Duration patience, Clock clock) {
        this.documents = space.documents(KIND);
        this.store = space.store();
        this.ids = ids;
        this.patience = patience;
        this.clock = clock;
    }

    /** What was said of one visit of one person, both known by their hashes alone. */
    @TypeAlias("unplaced")
    record Unplaced(List<Said> said, Instant until) {

        static final Unplaced NOTHING = new Unplaced(List.of(), Instant.MIN);

        Unplaced with(Said more, Instant until) {
            boolean repeated = said.stream().anyMatch(s -> s.messageKey().equals(more.messageKey()));
            return repeated
                    ? this
                    : new Unplaced(Stream.concat(said.stream(), Stream.of(more)).toList(), until);
        }
    }

    /** Durable when it returns. */
    void keep(VisitMessage says) {
        documents.change(
                id(says),
                Cause.OWN,
                (kept, now) -> Decision.to(kept.orElse(Unplaced.NOTHING).with(Said.by(says), now.plus(patience))));
    }

    Optional<Kept<Unplaced>> of(VisitMessage admission) {
        return documents.find(id(admission));
    }

    /** Unless something was added since it was read. */
    void forget(Kept<Unplaced> taken) {
        store.delete(COLLECTION, new Document("_id", taken.id()).append("version", taken.version()));
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public void due(String id) {
        var over = new Document("$lte", Date.from(clock.instant()));
        store.delete(COLLECTION, new Document("_id", id).append("dueAt", over));
    }

    private String id(VisitMessage says) {
        return ids.of(says.identity()) + "-" + Visit.key(says.sender(), String.valueOf(says.visitNumber()));
    }
}
