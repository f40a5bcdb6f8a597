package org.alongside.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** Uses the index on {@code _id} also for filters that ask for more than the {@code _id}. */
class DatabaseFoundById extends H2Database {

    DatabaseFoundById(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        var index = super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        boolean byId = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        return byId ? new IdIndex(index, name, keys, sparse) : index;
    }

    /** Other indexes are taken and not used: this store looks at every document, which are few here. */
    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new EmptyIndex<>(name, keys);
    }
}
