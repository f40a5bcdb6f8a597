package org.alongside.continuum.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.outreach.Task;
import org.jspecify.annotations.Nullable;

/**
 * The centre at a glance, counted from the journeys at the moment of asking.
 *
 * @param people whoever has been heard of
 * @param overlap from the alumni seat to the end of the last peer seat of treatment, for those who had both and
 *     sit in none of treatment now; negative where they sat in none in between
 */
record Summary(
        int people,
        int admitted,
        int discharged,
        Map<String, Integer> byPhase,
        Map<String, Integer> byDisposition,
        Handoffs handoffs,
        Overlap overlap,
        Tasks tasks,
        CheckIns checkIns) {

    /**
     * @param securedNow those that rest, because another stay took over, are neither secured nor open now
     * @param securedWithoutTask hand-offs secured now for which no task was ever raised, of {@code securedNow}
     */
    record Handoffs(
            int started, int secured, int completed, int atRisk, int securedNow, int securedWithoutTask, int openNow) {}

    record Overlap(
            int people,
            @Nullable Long leastHours,
            @Nullable Long medianHours,
            @Nullable Long mostHours) {}

    record Tasks(
            int open,
            int closed,
            Map<String, Integer> openByReason,
            Map<String, Integer> openByAssignee,
            Map<String, Integer> closedByOutcome) {}

    record CheckIns(int due, int answered, int missed) {}

    static Summary of(Stream<Journey> journeys, DutyRoster roster) {
        var counting = new Counting(roster);
        journeys.forEach(counting::add);
        return counting.done();
    }

    private static final class Counting {

        private final DutyRoster roster;
        private final Map<String, Integer> phases = new TreeMap<>();
        private final Map<String, Integer> dispositions = new TreeMap<>();
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final Map<String, Integer> assignees = new TreeMap<>();
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private final List<Long> overlaps = new ArrayList<>();
        private Tally tally = Tally.NONE;
        private int people;
        private int admitted;
        private int discharged;
        private int securedNow;
        private int withoutTask;
        private int openNow;

        Counting(DutyRoster roster) {
            this.roster = roster;
        }

        void add(Journey journey) {
            people++;
            phases.merge(journey.standing(), 1, Integer::sum);
            tally = tally.plus(journey.tally());
            journey.episodes().values().forEach(episode -> add(journey, episode));
            journey.tasks().values().forEach(this::add);
        }

        private void add(Journey journey, Episode episode) {
            admitted += episode.phase().treated() || episode.phase().left() ? 1 : 0;
            if (episode.phase() instanceof Phase.Discharged left) {
                discharged++;
                dispositions.merge(left.disposition().code(), 1, Integer::sum);
            }
            var handoff = episode.paused() ? null : episode.running();
            if (handoff != null && handoff.allSecured()) {
                securedNow++;
                var tasked = journey.tasks().values().stream()
                        .anyMatch(task -> handoff.handoffId().equals(task.handoffId()));
                withoutTask += tasked ? 0 : 1;
            } else if (handoff != null) {
                openNow++;
            }
            var seat = episode.known().alumniSeatAt();
            var ended = episode.known().iopEndedAt();
            if (seat != null && ended != null && !episode.known().holds("iop")) {
                overlaps.add(Duration.between(seat, ended).toHours());
            }
        }

        private void add(Task task) {
            if (task.state() instanceof Task.State.Closed closed) {
                outcomes.merge(closed.outcome(), 1, Integer::sum);
            } else {
                reasons.merge(task.reason().code(), 1, Integer::sum);
                assignees.merge(roster.nameOf(task.assignee()), 1, Integer::sum);
            }
        }

        Summary done() {
            Collections.sort(overlaps);
            return new Summary(
                    people,
                    admitted,
                    discharged,
                    phases,
                    dispositions,
                    new Handoffs(
                            tally.started(),
                            tally.secured(),
                            tally.completed(),
                            tally.atRisk(),
                            securedNow,
                            withoutTask,
                            openNow),
                    overlap(),
                    new Tasks(total(reasons), total(outcomes), reasons, assignees, outcomes),
                    new CheckIns(tally.due(), tally.answered(), tally.missed()));
        }

        private Overlap overlap() {
            return overlaps.isEmpty()
                    ? new Overlap(0, null, null, null)
                    : new Overlap(
                            overlaps.size(),
                            overlaps.getFirst(),
                            overlaps.get(overlaps.size() / 2),
                            overlaps.getLast());
        }

        private static int total(Map<String, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
