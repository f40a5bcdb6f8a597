package org.alongside.embedded;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.Yaml;

/** The topics of {@code infra/kafka/topics.yaml}, created here with one replica because there is one broker. */
public record Topics(List<Topic> topics) {

    public record Topic(String name, int partitions, Map<String, String> settings) {}

    /** As declared for every installation. */
    public static Topics declared() {
        InputStream file = Topics.class.getResourceAsStream("/kafka/topics.yaml");
        if (file == null) {
            throw new IllegalStateException("kafka/topics.yaml is not on the class path");
        }
        Map<String, Object> declared = new Yaml().load(file);
        var settings = new HashMap<String, String>();
        addTo(settings, at(declared, "config"));
        addTo(settings, at(declared, "safety", "single-broker", "config"));
        var topics = new ArrayList<Topic>();
        for (var entry : (List<?>) at(declared, "topics")) {
            topics.add(new Topic((String) at(entry, "name"), (Integer) at(entry, "partitions"), settings));
        }
        return new Topics(topics);
    }

    private static Object at(Object declared, String... path) {
        Object here = declared;
        for (var name : path) {
            here = Objects.requireNonNull(((Map<?, ?>) here).get(name), name);
        }
        return here;
    }

    private static void addTo(Map<String, String> settings, Object declared) {
        ((Map<?, ?>) declared).forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
    }

    void createMissing(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var there = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were created", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topics could not be created", e.getCause());
            }
        }
    }
}
