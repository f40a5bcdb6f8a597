package org.alongside.eventing.relay;

/** Tells the relay of this process that a document has something to tell or to do. A lost signal only delays. */
@FunctionalInterface
public interface Signal {

    void pending(String collection, String id);
}
