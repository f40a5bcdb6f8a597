package org.alongside.eventing.document;

import java.time.Instant;

/**
 * Decides from what a document is now. Called again when another writer came first, or when it refused or changed nothing
 * and the document had not been read for it, so it has no effect of its own.
 *
 * @param <S> the state
 * @param <A> the answer
 */
@FunctionalInterface
public interface Decider<S, A> {

    /** @param now truncated to milliseconds, which is what the store keeps */
    Decision<S, A> decide(Kept<S> current, Instant now);
}
