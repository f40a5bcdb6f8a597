package org.alongside.eventing.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The few operations on one service's database that every server speaking MongoDB's protocol understands alike.
 *
 * <p>Filters: equality, {@code $exists}, {@code $lte}, {@code $gt}. Updates: {@code $set}, {@code $unset}, {@code $inc} on
 * dotted paths without arrays. Nothing else is promised; uniqueness is by {@code _id} alone. Each call is atomic for the
 * one document it touches.
 */
public interface DocumentStore {

    @Nullable
    Document find(String collection, String id);

    /** At most {@code limit} documents that match, whole, ordered by {@code sort}. */
    List<Document> find(String collection, Document filter, Document sort, int limit);

    /** Ids of at most {@code limit} documents that match, in no particular order. */
    List<String> ids(String collection, Document filter, int limit);

    /** The versions of at most {@code limit} documents that match, by id and ordered by it. */
    default SequencedMap<String, Long> versions(String collection, Document filter, int limit) {
        var versions = new LinkedHashMap<String, Long>();
        find(collection, filter, new Document("_id", 1), limit)
                .forEach(document -> versions.put(document.getString("_id"), document.getLong("version")));
        return versions;
    }

    long count(String collection, Document filter);

    /** False when a document with this {@code _id} is there already. */
    boolean insert(String collection, Document document);

    /** False when nothing matched. Never inserts. */
    boolean update(String collection, Document filter, Bson update);

    boolean delete(String collection, Document filter);

    /** Lets documents be found by a field without looking at all of them, where the server can; changes no answer. */
    default void index(String collection, String field) {}
}
