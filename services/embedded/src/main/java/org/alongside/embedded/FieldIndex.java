package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by a field that is a text or a time: equal, at most ({@code $lte}) or after ({@code $gt}). In memory
 * only, and built again from the documents at every start. Finding and writing hold the collection's lock; adding the
 * index, which a service does before it writes, and counting do not.
 */
class FieldIndex extends Index<Object> {

    private static final Set<String> RANGES = Set.of("$gt", "$lte");

    private final String field;
    private final NavigableMap<Object, Set<Object>> ids = new TreeMap<>(ValueComparator.asc());

    FieldIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.getFirst().getKey();
    }

    private @Nullable Object value(Document document) {
        var value = Utils.getSubdocumentValue(document, field);
        return indexed(value) ? value : null;
    }

    private static boolean indexed(@Nullable Object value) {
        return value instanceof String || value instanceof Instant;
    }

    @Override
    public boolean canHandle(Document query) {
        return query.get(field) instanceof Document range
                ? RANGES.containsAll(range.keySet()) && range.values().stream().allMatch(FieldIndex::indexed)
                : indexed(query.get(field));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        if (!(query.get(field) instanceof Document range)) {
            return List.copyOf(ids.getOrDefault(query.get(field), Set.of()));
        }
        var those = ids;
        for (var bound : range.entrySet()) {
            those = bound.getKey().equals("$gt")
                    ? those.tailMap(bound.getValue(), false)
                    : those.headMap(bound.getValue(), true);
        }
        return those.values().stream().flatMap(Set::stream).toList();
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        var value = value(document);
        if (value != null) {
            ids.computeIfAbsent(value, v -> new TreeSet<>(ValueComparator.asc()))
                    .add(id);
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        forget(document, Objects.requireNonNull(document.get("_id")));
        return null; // where it is, the index on _id knows
    }

    private void forget(Document document, Object id) {
        var value = value(document);
        if (value != null) {
            ids.computeIfPresent(value, (v, those) -> those.remove(id) && those.isEmpty() ? null : those);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        forget(before, id);
        add(after, id, collection);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public long getCount() {
        return ids.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        ids.clear();
    }

    @Override
    public boolean isUnique() {
        return false;
    }
}
