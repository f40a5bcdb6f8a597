package org.alongside.eventing.document;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A {@link DocumentStore} on any server that speaks MongoDB's protocol. What is acknowledged is on a majority. */
public final class MongoDocumentStore implements DocumentStore {

    private final MongoDatabase database;

    public MongoDocumentStore(MongoDatabase database) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    @Override
    public @Nullable Document find(String collection, String id) {
        return in(collection).find(byId(id)).first();
    }

    @Override
    public List<Document> find(String collection, Document filter, Document sort, int limit) {
        return in(collection).find(filter).sort(sort).limit(limit).into(new ArrayList<>());
    }

    @Override
    public List<String> ids(String collection, Document filter, int limit) {
        return in(collection)
                .find(filter)
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public SequencedMap<String, Long> versions(String collection, Document filter, int limit) {
        var versions = new LinkedHashMap<String, Long>();
        in(collection)
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("version"))
                .limit(limit)
                .forEach(document -> versions.put(document.getString("_id"), document.getLong("version")));
        return versions;
    }

    @Override
    public long count(String collection, Document filter) {
        return in(collection).countDocuments(filter);
    }

    @Override
    public boolean insert(String collection, Document document) {
        try {
            in(collection).insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // the message quotes the key, so it goes no further
            }
            throw e;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public boolean update(String collection, Document filter, Bson update) {
        return in(collection).updateOne(filter, update).getMatchedCount() > 0;
    }

    @Override
    public boolean delete(String collection, Document filter) {
        return in(collection).deleteOne(filter).getDeletedCount() > 0;
    }

    @Override
    public void index(String collection, String field) {
        in(collection).createIndex(Indexes.ascending(field));
    }

    private MongoCollection<Document> in(String collection) {
        return database.getCollection(collection);
    }

    private static Bson byId(String id) {
        return new Document("_id", id);
    }
}
