package org.alongside.eventing.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A lane's order lives in one partition, chosen by key and number of partitions: on a topic with another number the
 * records of one person would be spread over two. And what the broker alone holds must be safe: on a topic that is
 * compacted, kept too shortly, or acknowledged by one replica of several, acknowledged records can vanish. On either the
 * service does not even begin.
 */
final class TopicCheck {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Admin admin;
    private final int expected;
    private final Duration keptFor;
    private final Duration patience;

    /**
     * @param keptFor the shortest retention a topic may have
     * @param patience how long a topic may be missing, because a broker learns of a new one a little later
     */
    TopicCheck(Admin admin, int expected, Duration keptFor, Duration patience) {
        this.admin = admin;
        this.expected = expected;
        this.keptFor = keptFor;
        this.patience = patience;
    }

    /** @throws IllegalStateException with a sentence for each topic that is not as it must be */
    void check(Collection<String> topics) {
        var until = Instant.now().plus(patience);
        var faults = faults(topics);
        while (!faults.isEmpty() && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            faults = faults(topics);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
    }

    private List<String> faults(Collection<String> topics) {
        return new TreeSet<>(topics)
                .stream().map(this::fault).filter(fault -> !fault.isEmpty()).toList();
    }

    private String fault(String topic) {
        try {
            var described = Objects.requireNonNull(
                    Offsets.answer(admin.describeTopics(List.of(topic)).allTopicNames())
                            .get(topic));
            int found = described.partitions().size();
            return found == expected
                    ? unsafe(topic, described.partitions().getFirst().replicas().size())
                    : notAsExpected(topic, "has " + found + " partitions");
        } catch (UnknownTopicOrPartitionException missing) {
            return notAsExpected(topic, "does not exist");
        }
    }

    private String notAsExpected(String topic, String is) {
        return "The topic " + topic + " " + is + ", expected are " + expected
                + " partitions: declare it as infra/kafka/topics.yaml says, or set alongside.eventing.partitions.";
    }

    private String unsafe(String topic, int replicas) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = Objects.requireNonNull(
                Offsets.answer(admin.describeConfigs(List.of(resource)).all()).get(resource));
        long kept = Long.parseLong(config.get("retention.ms").value());
        var faults = new ArrayList<String>();
        if (!config.get("cleanup.policy").value().equals("delete")) {
            faults.add("a cleanup.policy other than delete");
        }
        if (kept >= 0 && kept < keptFor.toMillis()) {
            faults.add("retention.ms below " + keptFor.toMillis());
        }
        if (replicas >= 3 && Integer.parseInt(config.get("min.insync.replicas").value()) < 2) {
            faults.add("min.insync.replicas below 2 at " + replicas + " replicas");
        }
        return faults.isEmpty()
                ? ""
                : "The topic " + topic + " has " + String.join(" and ", faults)
                        + ", so that acknowledged records could vanish: declare it as infra/kafka/topics.yaml says.";
    }
}
