package org.alongside.groups.participant;

import java.util.List;
import org.alongside.eventing.document.DocumentStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A store that lets somebody else go first before every single operation. */
record SteppingStore(DocumentStore store, boolean comparesVersions) implements DocumentStore {

    @Override
    public @Nullable Document find(String collection, String id) {
        Stage.step();
        return store.find(collection, id);
    }

    @Override
    public List<Document> find(String collection, Document filter, Document sort, int limit) {
        Stage.step();
        return store.find(collection, filter, sort, limit);
    }

    @Override
    public List<String> ids(String collection, Document filter, int limit) {
        Stage.step();
        return store.ids(collection, filter, limit);
    }

    @Override
    public long count(String collection, Document filter) {
        Stage.step();
        return store.count(collection, filter);
    }

    @Override
    public boolean insert(String collection, Document document) {
        Stage.step();
        return store.insert(collection, document);
    }

    @Override
    public boolean update(String collection, Document filter, Bson update) {
        Stage.step();
        var asked = comparesVersions ? filter : new Document("_id", filter.get("_id"));
        return store.update(collection, asked, update);
    }

    @Override
    public boolean delete(String collection, Document filter) {
        Stage.step();
        return store.delete(collection, filter);
    }
}
