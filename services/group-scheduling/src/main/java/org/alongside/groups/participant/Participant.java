package org.alongside.groups.participant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.groups.group.Group;
import org.jspecify.annotations.Nullable;

/**
 * One person as far as groups are concerned. What follows the two first parts is derived from them, for finding.
 *
 * @param lookAt the earliest instant at which time alone changes something; set by the last look
 * @param groups of seats now and lately
 * @param seated holds a seat
 * @param waitingSince the beginning of the longest wait, for a seat they should have or for one that staff gave beyond
 *     those; null when they wait for none
 */
record Participant(
        Known known,
        Seating seating,
        @Nullable Instant lookAt,
        Map<String, Boolean> groups,
        boolean seated,
        @Nullable Instant waitingSince) {

    static final Participant SHELL = new Participant(Known.NOTHING, Seating.NONE, null);

    Participant(Known known, Seating seating, @Nullable Instant lookAt) {
        this(known, seating, lookAt, groupsOf(seating), seatedIn(seating), waitingSince(seating));
    }

    @org.springframework.data.annotation.PersistenceCreator
    Participant {}

    Participant with(Known facts) {
        return new Participant(facts, seating, lookAt);
    }

    Participant with(Seating next) {
        return new Participant(known, next, lookAt);
    }

    Participant lookedAt(Instant next) {
        return new Participant(known, seating, next);
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(lookAt);
    }

    /** Whether the hand-off asked for something this person waits for. */
    boolean handoffWaits() {
        return unmet(seating).anyMatch(Need::handoff);
    }

    /** Since when the person has lacked a seat they should have; only of somebody who lacks one. */
    Instant lackingSince() {
        return unmet(seating).map(Need::since).min(Instant::compareTo).orElseThrow();
    }

    /** Whether this group is one of those in which this person should have a seat and has none. */
    boolean seeks(Group group) {
        return group.plan().centreId().equals(known.centreId())
                && unmet(seating).anyMatch(need -> need.phase() == group.plan().phase());
    }

    boolean avoidsSomebody() {
        return known.profile() != null && !known.profile().avoid().isEmpty();
    }

    /** Could be seated as far as is known, and stands in no queue: whoever kept them out may have left. */
    boolean waitsNowhere() {
        return known.profile() != null
                && unmet(seating)
                        .anyMatch(need -> seating.seats().values().stream()
                                .noneMatch(
                                        seat -> seat.active() && need.needId().equals(seat.need())));
    }

    private static Map<String, Boolean> groupsOf(Seating seating) {
        return Stream.concat(
                        seating.seats().values().stream().map(Seat::groupId),
                        seating.past().stream().map(past -> past.seat().groupId()))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> true, (a, b) -> a, TreeMap::new));
    }

    private static boolean seatedIn(Seating seating) {
        return seating.seats().values().stream().anyMatch(Seat::held);
    }

    private static @Nullable Instant waitingSince(Seating seating) {
        var queued = seating.seats().values().stream()
                .flatMap(seat -> seat.standing() instanceof Standing.Waiting waiting
                        ? Stream.of(waiting.since())
                        : Stream.empty());
        return Stream.concat(unmet(seating).map(Need::since), queued)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Stream<Need> unmet(Seating seating) {
        return seating.needs().values().stream()
                .filter(need -> seating.seats().values().stream()
                        .noneMatch(seat -> need.needId().equals(seat.need()) && seat.active() && !seat.waiting()));
    }
}
