package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One service's AsyncAPI document, and whether it says the same as the folders. */
record AsyncApi(String service, JsonNode document) {

    static Map<String, AsyncApi> read() {
        return ContractFiles.ofModule().entrySet().stream()
                .filter(file -> file.getKey().startsWith("asyncapi/"))
                .map(file -> new AsyncApi(
                        file.getKey().replaceAll("asyncapi/|\\.yaml", ""), ModuleFiles.yamlOf(file.getValue())))
                .collect(Collectors.toMap(AsyncApi::service, each -> each, (a, b) -> a, TreeMap::new));
    }

    String topic() {
        return channel().path("address").asString("");
    }

    JsonNode binding() {
        return channel().path("bindings").path("kafka");
    }

    /** The payload properties that serve as record keys. */
    Set<String> keys() {
        return messages().properties().stream()
                .map(each -> key(each.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> differences(Catalogue catalogue) {
        var found = new ArrayList<String>();
        expect(found, "address", topic(), "alongside." + service);
        expect(found, "binding", binding().path("topic").asString(""), topic());
        var told = catalogue.of(service).map(Event::name).collect(Collectors.toCollection(TreeSet::new));
        expect(
                found,
                "channel's messages",
                new TreeSet<>(channel().path("messages").propertyNames()),
                told);
        expect(found, "messages", new TreeSet<>(messages().propertyNames()), told);
        catalogue.of(service).forEach(event -> message(found, event, messages().path(event.name())));
        return found;
    }

    private void message(List<String> found, Event event, JsonNode message) {
        var at = event.name() + "'s ";
        expect(
                found,
                at + "schema",
                message.at("/payload/schema/$ref").asString(""),
                "../events/" + event.path() + "/" + event.latest() + ".schema.json");
        expect(found, at + "ce_type", header(message, "ce_type"), "org.alongside." + service + "." + event.name());
        expect(
                found,
                at + "ce_dataschema",
                header(message, "ce_dataschema"),
                event.schema().path("$id").asString(""));
        expect(
                found,
                at + "summary",
                message.path("summary").asString(""),
                event.schema().path("description").asString(""));
        if (Pointing.at(event.schema(), "/" + key(message)) != Pointing.REQUIRED) {
            found.add(at + "key " + key(message) + " is not required by the schema");
        }
    }

    private JsonNode channel() {
        return document.path("channels").path(service);
    }

    private JsonNode messages() {
        return document.path("components").path("messages");
    }

    private static String key(JsonNode message) {
        return message.at("/bindings/kafka/key/description").asString("");
    }

    private static String header(JsonNode message, String name) {
        return message.at("/headers/allOf/1/properties/" + name + "/const").asString("");
    }

    private static void expect(List<String> found, String what, Object said, Object is) {
        if (!said.equals(is)) {
            found.add("The " + what + " is " + said + ", the folders say " + is);
        }
    }
}
