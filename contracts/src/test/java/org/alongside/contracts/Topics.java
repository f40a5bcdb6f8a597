package org.alongside.contracts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The declaration of topics and rights, and whether it says the same as the AsyncAPI documents and the readers. */
record Topics(JsonNode document) {

    static Topics read() {
        return new Topics(ModuleFiles.yaml("../infra/kafka/topics.yaml"));
    }

    List<String> differences(Collection<AsyncApi> apis, Catalogue catalogue) {
        var found = new ArrayList<String>();
        expect(
                found,
                "topics",
                texts(topics(), "name"),
                apis.stream().map(AsyncApi::topic).collect(sorted()));
        apis.forEach(api -> topic(found, api));
        var owners = apis.stream().map(AsyncApi::service).collect(sorted());
        expect(found, "principals' services", texts(principals(), "service"), owners);
        principals().forEach(principal -> rights(found, principal, catalogue));
        for (var use : List.of("writes", "listens")) {
            if (!strings(document.path("rights").path(use)).contains("DescribeConfigs")) {
                found.add("topics.yaml: who " + use
                        + " may not ask how the topic is configured, which each does at its start");
            }
        }
        document.path("observers").forEach(observer -> {
            if (observer.has("writes")) {
                found.add(observer.path("principal").asString("") + " observes and may not write");
            }
        });
        return found;
    }

    private void topic(List<String> found, AsyncApi api) {
        var at = api.topic() + "'s ";
        var said = topics().valueStream()
                .filter(topic -> topic.path("name").asString("").equals(api.topic()))
                .findAny()
                .orElseGet(() -> Catalogue.JSON.createObjectNode());
        var config = document.path("config");
        var promised = api.binding().path("topicConfiguration");
        expect(found, at + "owner", said.path("owner").asString(""), api.service());
        expect(
                found,
                at + "partitions",
                said.path("partitions").asInt(0),
                api.binding().path("partitions").asInt(0));
        expect(
                found,
                at + "replication",
                document.at("/safety/cluster/replication").asInt(0),
                api.binding().path("replicas").asInt(0));
        expect(
                found,
                at + "retention",
                config.path("retention.ms").asLong(0),
                promised.path("retention.ms").asLong(0));
        expect(
                found,
                at + "clean-up",
                config.path("cleanup.policy").asString(""),
                promised.path("cleanup.policy").path(0).asString(""));
        expect(found, at + "keys", strings(said.path("keys")), api.keys());
    }

    private void rights(List<String> found, JsonNode principal, Catalogue catalogue) {
        var service = principal.path("service").asString("");
        var at = service + "'s ";
        expect(found, at + "name", principal.path("principal").asString(""), "User:alongside-" + service);
        expect(found, at + "topic to write to", principal.path("writes").asString(""), "alongside." + service);
        var reads = catalogue.all().stream()
                .filter(event -> event.readers().containsKey(service))
                .map(event -> "alongside." + event.owner())
                .collect(sorted());
        expect(found, at + "topics to listen to", texts(principal.path("listens"), "topic"), reads);
        var groups = reads.stream().map(topic -> service + "." + topic).collect(sorted());
        expect(found, at + "consumer groups", texts(principal.path("listens"), "group"), groups);
    }

    private JsonNode topics() {
        return document.path("topics");
    }

    private JsonNode principals() {
        return document.path("principals");
    }

    private static Set<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.path(field).asString("")).collect(sorted());
    }

    private static Set<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(sorted());
    }

    private static Collector<String, ?, Set<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }

    private static void expect(List<String> found, String what, Object said, Object is) {
        if (!said.equals(is)) {
            found.add("topics.yaml: " + what + " " + said + " where " + is + " is promised");
        }
    }
}
