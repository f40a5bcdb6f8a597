package org.alongside.eventing.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A lane's order lives in one partition, chosen by key and number of partitions. On a topic with another number the
 * records of one person would be spread over two, so the service does not even begin.
 */
final class TopicCheck {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Admin admin;
    private final int expected;
    private final Duration patience;

    /** @param patience how long a topic may be missing, because a broker learns of a new one a little later */
    TopicCheck(Admin admin, int expected, Duration patience) {
        this.admin = admin;
        this.expected = expected;
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
        int found = partitions(topic);
        if (found == expected) {
            return "";
        }
        var is = found == 0 ? "does not exist" : "has " + found + " partitions";
        return "The topic " + topic + " " + is + ", expected are " + expected
                + " partitions: declare it as infra/kafka/topics.yaml says, or set alongside.eventing.partitions.";
    }

    private int partitions(String topic) {
        try {
            var described =
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
            return Offsets.answer(described).partitions().size();
        } catch (UnknownTopicOrPartitionException missing) {
            return 0;
        }
    }
}
