package org.alongside.eventing.document;

import org.jspecify.annotations.Nullable;

/** Why a document is changed, and thereby what makes the change happen only once. */
public sealed interface Cause {

    /** Whether it is decided about a frozen document too; what of it has to wait all the same is the decider's to refuse. */
    boolean evenIfFrozen();

    /**
     * A record of a lane. Effect and receipt go into the same write; a record whose sequence is at or below the
     * receipt in the document changes nothing.
     *
     * @param source the short name of the producing service, such as {@code intake}
     * @param sequence the number of the record in its lane
     */
    record Receipt(String source, long sequence) implements Cause {

        @Override
        public boolean evenIfFrozen() {
            return true;
        }
    }

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
            @Nullable Long expectedVersion,
            boolean evenIfFrozen) implements Cause {

        public Command(@Nullable String key, String fingerprint, @Nullable Long expectedVersion) {
            this(key, fingerprint, expectedVersion, false);
        }

        /** The same request, which a frozen document does not hold up. */
        public Command thatCannotWait() {
            return new Command(key, fingerprint, expectedVersion, true);
        }
    }

    /** Time, owed work or a search: deciding again from the present state is harmless. */
    record Own(boolean evenIfFrozen) implements Cause {}

    Own OWN = new Own(false);
    Own OWN_EVEN_IF_FROZEN = new Own(true);

    static Receipt receipt(String source, long sequence) {
        return new Receipt(source, sequence);
    }
}
