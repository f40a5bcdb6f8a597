package org.alongside.intake.adt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
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
import org.alongside.intake.visit.EarlyMessages;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.VisitMessage;
import org.bson.Document;
import org.springframework.data.annotation.TypeAlias;

/**
 * Messages that do not say where, of visits that nobody has admitted yet: what overtook its admission, or something of a
 * clinic that is none of ours. Nothing that identifies is kept of them, and that only for a while.
 */
final class UnplacedMessages implements DueWork, EarlyMessages {

    private static final String COLLECTION = "unplaced";
    private static final String VISIT = "state.visit";
    private static final Kind<Unplaced> KIND = new Kind<>(
                    COLLECTION, "unplaced", Unplaced.class, unplaced -> Optional.of(unplaced.until()))
            .foundBy(VISIT);
    private static final int SENDERS = 100;

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

    /**
     * What one sender said of one visit of one person, all of them known by a keyed hash alone.
     *
     * @param visit the hash of person and number, whoever numbers the visit
     */
    @TypeAlias("unplaced")
    record Unplaced(String visit, List<Said> said, Instant until) {

        Unplaced with(Said more, Instant until) {
            var alike = said.stream().filter(s -> alike(s, more)).toList();
            if (alike.stream().anyMatch(s -> !s.recordedAt().isBefore(more.recordedAt()))) {
                return this;
            }
            var others = said.stream().filter(s -> !alike.contains(s));
            return new Unplaced(visit, Stream.concat(others, Stream.of(more)).toList(), until);
        }

        /** A visit elsewhere may be updated any number of times: the last to say the same of it is enough. */
        private static boolean alike(Said one, Said other) {
            boolean updates = one.trigger() == Trigger.A08 && other.trigger() == Trigger.A08;
            return one.messageKey().equals(other.messageKey())
                    || updates
                            && Objects.equals(one.admittedAt(), other.admittedAt())
                            && Objects.equals(one.dischargedAt(), other.dischargedAt())
                            && Objects.equals(one.disposition(), other.disposition());
        }
    }

    /** Durable when it returns. Of an update there is nothing to keep unless it says when the visit began, or how it ended. */
    void keep(VisitMessage says) {
        if (says.trigger() == Trigger.A08
                && says.admittedAt() == null
                && says.dischargedAt() == null
                && says.disposition() == null) {
            return;
        }
        var nothing = new Unplaced(visit(ids.of(says.identity()), number(says)), List.of(), Instant.MIN);
        documents.change(
                id(says),
                Cause.OWN,
                (kept, now) -> Decision.to(kept.orElse(nothing).with(Said.by(says), now.plus(patience))));
    }

    /** What its sender said before of the visit that a message is about. */
    Optional<Kept<Unplaced>> of(VisitMessage says) {
        return documents.find(id(says));
    }

    @Override
    public List<Said> of(String patientId, String visitNumber) {
        return documents.page(new Document(VISIT, visit(patientId, visitNumber)), "", SENDERS).stream()
                .flatMap(kept -> Stream.ofNullable(kept.state()))
                .flatMap(unplaced -> unplaced.said().stream())
                .toList();
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
        return ids.hash(ids.of(says.identity()), says.sender(), number(says));
    }

    private String visit(String patientId, String number) {
        return ids.hash(patientId, number);
    }

    private static String number(VisitMessage says) {
        return Objects.requireNonNull(says.visitNumber());
    }
}
