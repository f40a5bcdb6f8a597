package org.alongside.eventing.document;

/** Where a crash leaves different things behind. Fault campaigns end the process at each of them. */
public enum CutPoint {
    /** The decision is in the document, nobody was signalled. */
    AFTER_WRITE,
    BEFORE_SEND,
    /** Handed to the broker's client, not yet acknowledged. */
    AFTER_SEND,
    /** Acknowledged by the broker, still in the outbox. */
    AFTER_ACK,
    BEFORE_OWED,
    /** The other document was changed; the entry is not settled. */
    BEFORE_SETTLED,
    AFTER_SETTLED
}
