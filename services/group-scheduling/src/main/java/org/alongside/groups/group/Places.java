package org.alongside.groups.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places of one group: who holds one and who waits, in order. Nobody waits beside a free place. */
public record Places(Map<String, Claim> claims, List<InLine> queue) {

    static final Places EMPTY = new Places(Map.of(), List.of());

    public boolean knows(String claimId) {
        return claims.containsKey(claimId) || position(claimId) > 0;
    }

    /** From 1 for the head of the queue; 0 for somebody who does not wait here. */
    public int position(String claimId) {
        return queue.stream().map(InLine::claimId).toList().indexOf(claimId) + 1;
    }

    public Stream<String> people() {
        return Stream.concat(
                claims.values().stream().map(Claim::patientId), queue.stream().map(InLine::patientId));
    }

    boolean anyOf(Set<String> apart) {
        return people().anyMatch(apart::contains);
    }

    int free(@Nullable Integer capacity) {
        return capacity == null ? Integer.MAX_VALUE : Math.max(0, capacity - claims.size());
    }

    Places taking(String claimId, Claim claim) {
        var taken = new LinkedHashMap<>(claims);
        taken.put(claimId, claim);
        return new Places(taken, queue);
    }

    /** With a place for each of these seats, by the person who has it. */
    Places counting(Map<String, String> seats, Instant now) {
        var taken = new LinkedHashMap<>(claims);
        seats.forEach((seatId, patientId) -> taken.putIfAbsent(seatId, new Claim(patientId, now)));
        return new Places(taken, queue);
    }

    Places queueing(InLine waiting) {
        return new Places(
                claims,
                Stream.concat(queue.stream(), Stream.of(waiting))
                        .sorted(InLine.ORDER)
                        .toList());
    }

    Places without(String claimId) {
        var left = new LinkedHashMap<>(claims);
        left.remove(claimId);
        return new Places(
                left, queue.stream().filter(w -> !w.claimId().equals(claimId)).toList());
    }

    /** Gives free places to the heads of the queue. */
    Promotion promoting(@Nullable Integer capacity, Instant now) {
        var promoted = new ArrayList<InLine>();
        var places = this;
        while (!places.queue.isEmpty() && places.free(capacity) > 0) {
            var head = places.queue.getFirst();
            places = places.without(head.claimId()).taking(head.claimId(), new Claim(head.patientId(), now));
            promoted.add(head);
        }
        return new Promotion(places, promoted);
    }

    record Promotion(Places places, List<InLine> promoted) {}
}
