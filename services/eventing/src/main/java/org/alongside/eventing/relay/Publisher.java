package org.alongside.eventing.relay;

import java.util.concurrent.Future;

/** Hands one record to the broker. The future ends when all in-sync replicas have it, or fails. */
@FunctionalInterface
public interface Publisher {

    Future<?> send(Envelope envelope);
}
