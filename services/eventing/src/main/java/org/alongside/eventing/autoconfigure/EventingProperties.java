package org.alongside.eventing.autoconfigure;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code alongside.eventing.*}
 *
 * @param service the short name in types, topics and consumer groups: {@code intake}, {@code mentorship}, …
 * @param partitions every topic must have; the service refuses to start on another number
 * @param sweepEvery real time between two looks at what is due or left behind
 * @param sendTimeout real time after which an unacknowledged record is sent again
 * @param outboxCap events a document may hold unsent before commands and sweeps are refused
 * @param largestEvent bytes of JSON
 * @param atHand of each kind that is never deleted, how many documents that were written last are decided upon without
 *     being read; 0 and whatever was written is read again, by the relay, too
 * @param sequenceBase events are numbered above it; after a restore, the highest number on the service's own topic
 * @param parkedLimit parked lanes in one instance above which its consumers stop
 * @param sessionTimeout after which the broker takes a silent consumer for dead
 * @param largestBody of an HTTP request in bytes
 * @param unreadBodies paths whose bodies are left to whoever serves them, limit and all
 */
@ConfigurationProperties("alongside.eventing")
public record EventingProperties(
        String service,
        @DefaultValue("12") int partitions,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("256") int outboxCap,
        @DefaultValue("900000") int largestEvent,
        @DefaultValue("200") int atHand,
        @DefaultValue("0") long sequenceBase,
        @DefaultValue("8") int parkedLimit,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("262144") int largestBody,
        @DefaultValue Set<String> unreadBodies) {}
