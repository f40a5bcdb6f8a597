package org.alongside.groups.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alongside.groups.GroupsSettings;
import org.alongside.groups.group.Group;
import org.alongside.groups.timetable.WindowText;

/** The rules and preferences of seating with the numbers of this centre. */
final class SeatingPolicy {

    private static final double EXACT_TO = 10_000;

    private final GroupsSettings settings;

    SeatingPolicy(GroupsSettings settings) {
        this.settings = settings;
    }

    /** Looks at every group; those that fit come best first, and of equals the one that meets sooner. */
    Search search(Candidate person, List<Group> groups) {
        var excluded = new LinkedHashMap<String, String>();
        var fitting = new ArrayList<Group>();
        for (var group : groups) {
            excludes(person, group, false)
                    .ifPresentOrElse(rule -> excluded.put(group.groupId(), rule.name()), () -> fitting.add(group));
        }
        fitting.sort(Comparator.comparing((Group group) ->
                        group.nextSession(person.now()).orElseThrow().startsAt())
                .thenComparing(Group::groupId));
        var ranked = fitting.stream()
                .map(group -> rank(person, group))
                .sorted(Comparator.comparing(Search.Ranked::score).reversed())
                .toList();
        int full = (int) ranked.stream().filter(Search.Ranked::full).count();
        return new Search(person.now(), groups.size(), excluded, ranked, full);
    }

    /** The first rule that keeps the person out of the group; by hand only those that staff cannot override. */
    Optional<SeatingRule> excludes(Candidate person, Group group, boolean byHand) {
        return SeatingRule.ALL.stream()
                .filter(rule -> !(byHand && rule.staffMayOverride()))
                .filter(rule -> !rule.allows().test(person, group))
                .findFirst();
    }

    private Search.Ranked rank(Candidate person, Group group) {
        var contributions = new LinkedHashMap<String, Double>();
        for (var preference : SeatingPreference.ALL) {
            contributions.put(
                    preference.name(),
                    rounded(preference.weight().applyAsDouble(settings.weights())
                            * preference.fit().applyAsDouble(person, group)));
        }
        double score = rounded(
                contributions.values().stream().mapToDouble(Double::doubleValue).sum());
        return new Search.Ranked(group.groupId(), score, group.room() == 0, contributions);
    }

    private static double rounded(double number) {
        return Math.round(number * EXACT_TO) / EXACT_TO;
    }

    /** Peer seats of the IOP phase beside therapy at the level of this stay. */
    int iopSeats(Stay stay) {
        var level = stay.level();
        return settings.levels().stream()
                .filter(at -> level != null
                        && at.edition().equals(level.edition())
                        && at.code().equals(level.code()))
                .findFirst()
                .map(GroupsSettings.Level::iopSeats)
                .orElse(settings.iopSeats());
    }

    /** Therapy of everyone who is in treatment; a track without configured blocks has none. */
    List<Candidate.Therapy> therapy(Known known) {
        return known.stays().values().stream()
                .filter(Stay::open)
                .map(stay -> settings.tracks().get(String.valueOf(stay.track())))
                .filter(Objects::nonNull)
                .map(track -> new Candidate.Therapy(
                        track.blocks().stream().map(WindowText::read).toList(),
                        track.peerHours().stream().map(WindowText::read).toList()))
                .toList();
    }

    /** When a task that a human took over ends the peer seats of the IOP phase; empty while nothing does. */
    Optional<Instant> overlapEnds(Stay stay) {
        return Optional.ofNullable(stay.left())
                .filter(left -> stay.ending().isTakenOver())
                .map(left -> left.at().plus(Duration.ofDays(settings.overlapAfter(left.how()))));
    }
}
