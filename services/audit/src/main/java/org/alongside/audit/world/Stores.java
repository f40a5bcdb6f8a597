package org.alongside.audit.world;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads every document of the four services' databases, with the plain driver and no mapping. */
public final class Stores implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ANSWERS_WITHIN_SECONDS = 20;

    private final MongoClient client;

    public Stores(String uri) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    public List<Stored> read() {
        var documents = new ArrayList<Stored>();
        for (var service : World.SERVICES) {
            var database = client.getDatabase("alongside-" + service);
            for (var collection : database.listCollectionNames()) {
                if (!collection.startsWith("system.")) {
                    for (var document : database.getCollection(collection).find()) {
                        documents.add(of(service, collection, document));
                    }
                }
            }
        }
        return documents;
    }

    static Stored of(String service, String collection, Document document) {
        return new Stored(service, collection, String.valueOf(document.get("_id")), node(document));
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case Map<?, ?> map -> {
                var object = JsonNodeFactory.instance.objectNode();
                map.forEach((name, part) -> object.set(String.valueOf(name), node(part)));
                yield object;
            }
            case Iterable<?> list -> {
                var array = JsonNodeFactory.instance.arrayNode();
                list.forEach(part -> array.add(node(part)));
                yield array;
            }
            case Date date ->
                JsonNodeFactory.instance.stringNode(date.toInstant().toString());
            case Binary binary ->
                JsonNodeFactory.instance.stringNode(Base64.getEncoder().encodeToString(binary.getData()));
            case String text -> JsonNodeFactory.instance.stringNode(text);
            case Number number -> JSON.valueToTree(number);
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            default -> JsonNodeFactory.instance.stringNode(String.valueOf(value));
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
