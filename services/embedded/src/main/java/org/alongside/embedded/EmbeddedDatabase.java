package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** Keeps documents as they come over the wire and uses the indexes that are asked for, on {@code _id} and on one field. */
class EmbeddedDatabase extends H2Database {

    private final MVStore store;

    EmbeddedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // the constructor below opens the collections that are there
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        return new EmbeddedCollection(this, collection, options, documents(collection), cursorRegistry);
    }

    private MVMap<Object, byte[]> documents(String collection) {
        var kept = new MVMap.Builder<Object, byte[]>().valueType(ByteArrayDataType.INSTANCE);
        return store.openMap("databases." + getFullCollectionNamespace(collection), kept);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(documents(collection), name, keys);
        }
        throw new UnsupportedOperationException("Only _id is unique in this store.");
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 ? new FieldIndex(name, keys) : new EmptyIndex<>(name, keys);
    }
}
