package org.alongside.eventing.document;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Tells the relay of this process that a document has something to tell or to do. A lost signal only delays. */
@FunctionalInterface
public interface Signal {

    /**
     * @param written its outbox, what it owes and its version as the write left them, so that they need not be read again;
     *     null when others may have changed them meanwhile
     */
    void pending(String collection, String id, @Nullable Document written);
}
