package org.alongside.eventing.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.eventing.document.DocumentStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** A store in memory that understands exactly what {@link DocumentStore} promises, and refuses any other operator. */
public class FakeDocumentStore implements DocumentStore {

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final Map<String, TreeMap<String, Document>> collections = new TreeMap<>();

    @Override
    public synchronized @Nullable Document find(String collection, String id) {
        var found = in(collection).get(id);
        return found == null ? null : copy(found);
    }

    @Override
    public synchronized List<Document> find(String collection, Document filter, Document sort, int limit) {
        return matching(collection, filter)
                .sorted(order(sort))
                .limit(limit)
                .map(FakeDocumentStore::copy)
                .toList();
    }

    @Override
    public synchronized List<String> ids(String collection, Document filter, int limit) {
        return matching(collection, filter)
                .limit(limit)
                .map(d -> d.getString("_id"))
                .toList();
    }

    @Override
    public synchronized long count(String collection, Document filter) {
        return matching(collection, filter).count();
    }

    @Override
    public synchronized boolean insert(String collection, Document document) {
        return in(collection).putIfAbsent(document.getString("_id"), copy(document)) == null;
    }

    @Override
    public synchronized boolean update(String collection, Document filter, Bson update) {
        var found = matching(collection, filter).findFirst();
        found.ifPresent(document -> apply(document, (Document) update));
        return found.isPresent();
    }

    @Override
    public synchronized boolean delete(String collection, Document filter) {
        var found = matching(collection, filter).findFirst();
        found.ifPresent(document -> in(collection).remove(document.getString("_id")));
        return found.isPresent();
    }

    private TreeMap<String, Document> in(String collection) {
        return collections.computeIfAbsent(collection, name -> new TreeMap<>());
    }

    private Stream<Document> matching(String collection, Document filter) {
        return in(collection).values().stream().filter(document -> matches(document, filter)).toList().stream();
    }

    private static boolean matches(Document document, Document filter) {
        return filter.entrySet().stream().allMatch(e -> fits(at(document, e.getKey()), e.getValue()));
    }

    private static boolean fits(@Nullable Object actual, @Nullable Object wanted) {
        if (wanted instanceof Document operators && operators.keySet().stream().anyMatch(k -> k.startsWith("$"))) {
            return operators.entrySet().stream().allMatch(e -> operator(e.getKey(), actual, e.getValue()));
        }
        if (actual instanceof Number a && wanted instanceof Number b) {
            return a.longValue() == b.longValue();
        }
        return java.util.Objects.equals(actual, wanted);
    }

    private static boolean operator(String name, @Nullable Object actual, Object wanted) {
        return switch (name) {
            case "$exists" -> (actual != null) == (boolean) wanted;
            case "$lte" -> actual != null && compare(actual, wanted) <= 0;
            case "$gt" -> actual != null && compare(actual, wanted) > 0;
            default -> throw new IllegalArgumentException("No server is promised to understand " + name);
        };
    }

    private static void apply(Document document, Document update) {
        update.forEach((operator, fields) -> ((Document) fields).forEach((path, value) -> {
            var parent = parent(document, path);
            var name = path.substring(path.lastIndexOf('.') + 1);
            switch (operator) {
                case "$set" -> parent.put(name, value instanceof Document d ? copy(d) : value);
                case "$unset" -> parent.remove(name);
                case "$inc" -> parent.put(name, number(parent.get(name)) + number(value));
                default -> throw new IllegalArgumentException("No server is promised to understand " + operator);
            }
        }));
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    private static @Nullable Object at(Document document, String path) {
        Object here = document;
        for (var name : path.split("\\.")) {
            if (!(here instanceof Document inner) || !inner.containsKey(name)) {
                return null;
            }
            here = inner.get(name);
        }
        return here;
    }

    private static Document parent(Document document, String path) {
        var here = document;
        var names = path.split("\\.");
        for (int n = 0; n < names.length - 1; n++) {
            here = (Document) here.computeIfAbsent(names[n], name -> new Document());
        }
        return here;
    }

    private static Comparator<Document> order(Document sort) {
        Comparator<Document> order = (a, b) -> 0;
        for (var by : sort.entrySet()) {
            Comparator<Document> one = (a, b) -> compare(at(a, by.getKey()), at(b, by.getKey()));
            order = order.thenComparing(((Number) by.getValue()).intValue() < 0 ? one.reversed() : one);
        }
        return order;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Long.compare(x.longValue(), y.longValue());
        }
        return ((Comparable) a).compareTo(b);
    }

    private static Document copy(Document document) {
        return Document.parse(document.toJson(EXACT));
    }
}
