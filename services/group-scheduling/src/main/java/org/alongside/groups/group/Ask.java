package org.alongside.groups.group;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.document.Owed;

/**
 * A claim of a place, as a person's document owes it.
 *
 * @param timetable the version of the group's timetable that the seat was checked against
 * @param orQueue wait there when it is full, instead of being refused
 * @param apart people who must not sit in the same group
 */
public record Ask(
        String claimId,
        String patientId,
        long timetable,
        boolean handoff,
        Instant since,
        boolean orQueue,
        Set<String> apart) {

    public static final String WANT = "claim";

    public static Ask of(String patientId, String claimId, Owed owed) {
        return new Ask(
                claimId,
                patientId,
                Long.parseLong(owed.detail("timetable")),
                Boolean.parseBoolean(owed.detail("handoff")),
                Instant.parse(owed.detail("since")),
                Boolean.parseBoolean(owed.detail("orQueue")),
                Stream.of(owed.detail("apart").split(","))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public Owed owedTo(String groupId) {
        return new Owed(
                WANT,
                groupId,
                Map.of(
                        "timetable", Long.toString(timetable),
                        "handoff", Boolean.toString(handoff),
                        "since", since.toString(),
                        "orQueue", Boolean.toString(orQueue),
                        "apart", String.join(",", apart)));
    }
}
