package org.alongside.eventing.document;

import org.alongside.eventing.testing.DocumentStoreContract;
import org.alongside.eventing.testing.FakeDocumentStore;

class FakeStoreTest extends DocumentStoreContract {

    private final DocumentStore store = new FakeDocumentStore();

    @Override
    protected DocumentStore store() {
        return store;
    }
}
