package org.alongside.eventing.lane;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A record as the broker holds it. Headers and value are bytes that nobody has interpreted, so that it can be parked
 * as it is, whatever is wrong with it.
 */
record LaneRecord(
        String source,
        @Nullable String key,
        int partition,
        long offset,
        List<Header> headers,
        byte @Nullable [] value) {

    record Header(String name, byte @Nullable [] value) {}

    static LaneRecord of(String source, ConsumerRecord<String, byte[]> record) {
        var headers = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> new Header(header.key(), header.value()))
                .toList();
        return new LaneRecord(source, record.key(), record.partition(), record.offset(), headers, record.value());
    }

    /** The record's key; what came without one waits in a lane of its partition. */
    String lane() {
        return key == null || key.isEmpty() ? "partition-" + partition : key;
    }

    boolean keyed() {
        return key != null && !key.isEmpty();
    }

    Document stored() {
        var stored = new Document("partition", partition).append("offset", offset);
        if (key != null) {
            stored.append("key", key);
        }
        if (value != null) {
            stored.append("value", new Binary(value));
        }
        var all = new Document();
        IntStream.range(0, headers.size()).forEach(n -> all.append("%03d".formatted(n), stored(headers.get(n))));
        return stored.append("headers", all);
    }

    private static Document stored(Header header) {
        var stored = new Document("name", header.name());
        return header.value() == null ? stored : stored.append("value", new Binary(header.value()));
    }

    static LaneRecord from(String source, Document stored) {
        var headers = stored.get("headers", Document.class);
        return new LaneRecord(
                source,
                stored.getString("key"),
                stored.getInteger("partition"),
                stored.getLong("offset"),
                headers.keySet().stream()
                        .sorted()
                        .map(n -> headers.get(n, Document.class))
                        .map(h -> new Header(h.getString("name"), bytes(h)))
                        .toList(),
                bytes(stored));
    }

    private static byte @Nullable [] bytes(Document stored) {
        var value = stored.get("value", Binary.class);
        return value == null ? null : value.getData();
    }
}
