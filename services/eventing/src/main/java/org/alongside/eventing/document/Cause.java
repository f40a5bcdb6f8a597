package org.alongside.eventing.document;

import org.jspecify.annotations.Nullable;

/** Why a document is changed, and thereby what makes the change happen only once. */
public sealed interface Cause {

    /**
     * A record of a lane. Effect and receipt go into the same write; a record whose sequence is at or below the
     * receipt in the document changes nothing.
     *
     * @param source the short name of the producing service, such as {@code intake}
     * @param sequence the number of the record in its lane
     */
    record Receipt(String source, long sequence) implements Cause {}

    /**
     * A request from outside. With a key, the answer is kept in the document for 24 hours and given again to the same key.
     *
     * @param key what the caller chose to recognise a repetition by, already hashed; null when each time is a new request
     * @param fingerprint a hash of what was asked; the same key with another fingerprint is refused
     * @param expectedVersion the version the caller has seen ({@code If-Match}), or null when it does not matter
     */
    record Command(
            @Nullable String key,
            String fingerprint,
            @Nullable Long expectedVersion) implements Cause {}

    /** Time, owed work or a search: deciding again from the present state is harmless. */
    record Own() implements Cause {}

    Own OWN = new Own();

    static Receipt receipt(String source, long sequence) {
        return new Receipt(source, sequence);
    }
}
