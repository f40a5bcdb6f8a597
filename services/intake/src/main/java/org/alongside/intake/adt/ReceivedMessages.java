package org.alongside.intake.adt;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Kind;
import org.alongside.intake.adt.ReceivedMessage.Head;
import org.alongside.intake.adt.ReceivedMessage.Refused;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.alongside.intake.adt.ReceivedMessage.Unapplied;
import org.alongside.intake.visit.Applied;
import org.alongside.intake.visit.VisitMessage;
import org.bson.Document;

/**
 * Every message that was taken or refused. The first with a control id is kept under the hash of sender and control id,
 * so that one look tells a repetition from a control id that is used again; any further one under the hash of all three.
 */
final class ReceivedMessages {

    static final String COLLECTION = "messages";
    private static final Kind<ReceivedMessage> KIND =
            new Kind<>(COLLECTION, "message", ReceivedMessage.class, message -> Optional.of(message.dueAt()));

    private final Documents<ReceivedMessage> documents;
    private final DocumentStore store;
    private final Clock clock;

    /** Asks the space for the documents; to be called once. */
    ReceivedMessages(DocumentSpace space, Clock clock) {
        this.documents = space.documents(KIND);
        this.store = space.store();
        this.clock = clock;
    }

    /** Where a message is kept, and what is to be done with it. */
    sealed interface Place {
        String key();

        record Waiting(String key, VisitMessage says) implements Place {}

        record Done(String key) implements Place {}
    }

    private enum Found {
        KEPT,
        APPLIED,
        OTHER_TAKEN,
        OTHER_REFUSED
    }

    /** Durable when it returns. */
    Place keep(MessageKeys keys, Head head, VisitMessage says) {
        var found = keepAt(keys.first(), head, says);
        return switch (found) {
            case KEPT -> new Place.Waiting(keys.first(), says);
            case APPLIED -> new Place.Done(keys.first());
            case OTHER_TAKEN, OTHER_REFUSED -> keepBeside(keys, head, found == Found.OTHER_TAKEN, says);
        };
    }

    private Place keepBeside(MessageKeys keys, Head head, boolean reset, VisitMessage says) {
        var noted = reset ? says.noted() : says;
        return keepAt(keys.exact(), head, noted) == Found.APPLIED
                ? new Place.Done(keys.exact())
                : new Place.Waiting(keys.exact(), noted);
    }

    private Found keepAt(String key, Head head, VisitMessage says) {
        return documents.answer(key, Cause.OWN, Found.class, (kept, now) -> {
            var known = kept.state();
            if (known != null && !known.head().messageKey().equals(head.messageKey())) {
                return found(known instanceof Refused ? Found.OTHER_REFUSED : Found.OTHER_TAKEN);
            }
            return switch (known) {
                case ReceivedMessage.Applied applied -> found(Found.APPLIED);
                case Unapplied unapplied -> found(Found.KEPT);
                case Refused refused ->
                    Decision.<ReceivedMessage, Found>to(new Unapplied(head, says))
                            .answering(Found.KEPT);
                case null ->
                    Decision.<ReceivedMessage, Found>to(new Unapplied(head, says))
                            .answering(Found.KEPT);
            };
        });
    }

    private static Decision<ReceivedMessage, Found> found(Found found) {
        return Decision.<ReceivedMessage, Found>unchanged().answering(found);
    }

    void applied(String key, VisitMessage says, Applied how) {
        documents.change(
                key,
                Cause.OWN,
                (kept, now) -> kept.state() instanceof Unapplied(Head head, VisitMessage v)
                        ? Decision.to(new ReceivedMessage.Applied(
                                head, how.patientId(), how.admissionId(), how.early(), says.notedReset(), how.notes()))
                        : Decision.unchanged());
    }

    /** A message that was kept can never be applied. */
    void refused(String key, NotTaken why) {
        documents.change(
                key,
                Cause.OWN,
                (kept, now) -> kept.state() instanceof Unapplied(Head head, VisitMessage v)
                        ? Decision.to(refusal(head, why))
                        : Decision.unchanged());
    }

    /** Keeps a refusal visible; a message that is refused again is one. */
    void refused(MessageKeys keys, Head head, NotTaken why) {
        if (!refusedAt(keys.first(), head, why)) {
            refusedAt(keys.exact(), head, why);
        }
    }

    private boolean refusedAt(String key, Head head, NotTaken why) {
        return Boolean.TRUE.equals(documents.change(key, Cause.OWN, Boolean.class, (kept, now) -> {
            var known = kept.state();
            if (known == null) {
                return Decision.<ReceivedMessage, Boolean>to(refusal(head, why)).answering(true);
            }
            return Decision.<ReceivedMessage, Boolean>unchanged()
                    .answering(known.head().messageKey().equals(head.messageKey()));
        }));
    }

    private static Refused refusal(Head head, NotTaken why) {
        return new Refused(
                head, why.name(), why.fields().stream().map(FieldPath::toString).toList());
    }

    Optional<Kept<ReceivedMessage>> find(String key) {
        return documents.find(key);
    }

    /**
     * If its time has come: a message that was still to be applied when it was found due may have been applied since. A
     * person's document knows what was applied to it, so nothing is applied again for want of this.
     */
    void forget(Kept<ReceivedMessage> old) {
        var over = new Document("$lte", Date.from(clock.instant()));
        store.delete(
                COLLECTION,
                new Document("_id", old.id()).append("version", old.version()).append("dueAt", over));
    }

    List<Kept<ReceivedMessage>> page(State state, String after, int limit) {
        return documents.page(in(state), after, limit);
    }

    private static Document in(State state) {
        return new Document("state._class", state.alias());
    }
}
