package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents by their id, in BSON. Everybody who looks gets a copy of their own: an answer is written to its connection after
 * the collection's lock is gone, and nobody may change it meanwhile.
 */
class EmbeddedCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final int USUAL_LENGTH = 2048;

    private final MVMap<Object, byte[]> documents;

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    private static byte[] stored(Document document) {
        var buffer = Unpooled.buffer(USUAL_LENGTH);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private static Document read(byte[] stored) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(stored));
    }

    /** Passes over the other fields, which may be most of the document. */
    private static Document read(byte[] stored, Set<String> fields) {
        var buffer = Unpooled.wrappedBuffer(stored).skipBytes(Integer.BYTES);
        var document = new Document();
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            var field = BsonDecoder.decodeCString(buffer);
            if (fields.contains(field)) {
                document.put(field, BsonDecoder.decodeValue(type, buffer));
            } else if (type == BsonConstants.TYPE_EMBEDDED_DOCUMENT || type == BsonConstants.TYPE_ARRAY) {
                buffer.skipBytes(buffer.getIntLE(buffer.readerIndex()));
            } else {
                BsonDecoder.decodeValue(type, buffer);
            }
        }
        return document;
    }

    /** The fields that an answer depends on; empty when that may be any. */
    private static Set<String> asked(Document query, @Nullable Document orderBy, @Nullable Document fields) {
        if (fields == null || fields.isEmpty() || !fields.values().stream().allMatch(Utils::isTrue)) {
            return Set.of();
        }
        var asked = Stream.of(query, orderBy, fields)
                .filter(Objects::nonNull)
                .flatMap(part -> part.keySet().stream())
                .map(Utils::firstFragment)
                .collect(Collectors.toSet());
        asked.add("_id");
        return asked.stream().anyMatch(field -> field.startsWith("$")) ? Set.of() : asked;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var id = getIdField() == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, getIdField());
        documents.put(id, stored(document));
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        documents.put(id, stored(after));
    }

    @Override
    protected void removeDocument(Object id) {
        documents.remove(id);
    }

    @Override
    protected Document getDocument(Object id) {
        return read(Objects.requireNonNull(documents.get(id)));
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(read(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var asked = asked(query, orderBy, fields);
        var all = documents.values().stream().map(stored -> asked.isEmpty() ? read(stored) : read(stored, asked));
        return matchDocumentsFromStream(all, query, orderBy, numberToSkip, limit, batchSize, fields);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(stored -> stored.length).sum();
    }
}
