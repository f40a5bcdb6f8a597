package org.alongside.intake.visit;

/**
 * Takes what is said of a visit into the person's document, in one write, and tells only what differs.
 * A message that was applied before gets its answer again and changes nothing.
 */
public interface ApplyingVisitMessages {

    /**
     * Durable when it returns.
     *
     * @throws org.alongside.eventing.web.Refused when the message can never be applied (422), or not now because too much
     *     waits for the broker (503, {@code outbox-full})
     */
    Applied apply(VisitMessage message);
}
