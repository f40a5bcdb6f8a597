package org.alongside.eventing.document;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one kind of one service; each is an aggregate with its own lane of events.
 *
 * @param <S> the state of one document
 */
public interface Documents<S> {

    Optional<Kept<S>> find(String id);

    /**
     * Loads, decides, writes once; loads and decides again when another writer came first. A document that is not there
     * is created by the write.
     *
     * @return the answer of the decision, or the kept answer when this command was carried out before; null when this
     *     receipt was applied before, or the decision has no answer
     * @throws org.alongside.eventing.web.Refused when the command's key was used for something else, the expected
     *     version has passed, the outbox is full, an event is larger than the broker takes, or the document is frozen
     *     and the cause is not a fact of a lane; nothing is written then
     */
    <A> @Nullable A change(String id, Cause cause, Class<A> answer, Decider<S, A> decider);

    /** {@link #change} for a decision that always answers, and not by a receipt. */
    default <A> A answer(String id, Cause cause, Class<A> answer, Decider<S, A> decider) {
        return Objects.requireNonNull(change(id, cause, answer, decider));
    }

    /** {@link #change} for a decision without an answer. */
    default void change(String id, Cause cause, Decider<S, Void> decider) {
        change(id, cause, Void.class, decider);
    }

    /**
     * Documents whose stored fields match, ordered by id, read in pages as the stream is consumed.
     *
     * @param filter on stored names, such as {@code state.search.waitingSince}; the operators of {@link DocumentStore}
     */
    Stream<Kept<S>> all(Document filter);

    /** At most {@code limit} documents with an id above {@code after} (empty for the first page), ordered by id. */
    List<Kept<S>> page(Document filter, String after, int limit);

    /** Ids of at most {@code limit} documents that are due at {@code now}. */
    List<String> due(Instant now, int limit);
}
