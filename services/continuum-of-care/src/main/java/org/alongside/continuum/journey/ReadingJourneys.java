package org.alongside.continuum.journey;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.alongside.continuum.outreach.Task;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions about journeys; changes nothing. */
@Service
class ReadingJourneys {

    private final Documents<Journey> journeys;
    private final Practice practice;
    private final Clock clock;

    ReadingJourneys(Documents<Journey> journeys, Practice practice, Clock clock) {
        this.journeys = journeys;
        this.practice = practice;
        this.clock = clock;
    }

    record Versioned<V>(long version, V view) {}

    /** @param next pass it as {@code after} for the next page; absent on the last one */
    record Page<V>(List<V> items, @Nullable String next) {

        static <V> Page<V> of(List<V> items, int limit, java.util.function.Function<V, String> id) {
            return new Page<>(items, items.size() < limit ? null : id.apply(items.getLast()));
        }
    }

    record Listed(String patientId, String phase, int openTasks) {}

    Versioned<JourneyView> story(String patientId) {
        var kept = known(patientId);
        return new Versioned<>(
                kept.version(),
                JourneyView.of(
                        patientId,
                        kept.orElse(Journey.SHELL),
                        clock.instant(),
                        practice.tasks().roster()));
    }

    WhyView why(String patientId) {
        return WhyView.of(
                patientId,
                known(patientId).orElse(Journey.SHELL),
                clock.instant(),
                practice.tasks().roster());
    }

    Page<Listed> list(@Nullable String phase, String after, int limit) {
        var filter = phase == null ? new Document() : new Document("state.standing", phase);
        var items = journeys.page(filter, after, limit).stream()
                .map(kept -> listed(kept.id(), kept.orElse(Journey.SHELL)))
                .toList();
        return Page.of(items, limit, Listed::patientId);
    }

    private static Listed listed(String patientId, Journey journey) {
        return new Listed(patientId, journey.standing(), journey.openTasks());
    }

    /** The most urgent first; within a page after the task with the id {@code after}. */
    Page<TaskView> tasks(boolean open, @Nullable String assignee, String after, int limit) {
        Predicate<Task> wanted = task -> task.open() == open && (assignee == null || assignee.equals(task.assignee()));
        var filter = open ? new Document("state.openTasks", new Document("$gt", 0)) : new Document();
        var sorted = journeys.all(filter)
                .flatMap(kept -> kept.orElse(Journey.SHELL).tasks().values().stream()
                        .filter(wanted)
                        .map(task ->
                                TaskView.of(kept.id(), task, practice.tasks().roster())))
                .sorted(Comparator.comparing(TaskView::due).thenComparing(TaskView::taskId))
                .toList();
        var from = after.isEmpty() ? 0 : position(sorted, after) + 1;
        var page = sorted.stream().skip(from).limit(limit).toList();
        return Page.of(page, limit, TaskView::taskId);
    }

    private static int position(List<TaskView> sorted, String taskId) {
        for (int n = 0; n < sorted.size(); n++) {
            if (sorted.get(n).taskId().equals(taskId)) {
                return n;
            }
        }
        throw Refused.invalid("unknown-cursor", "after", "There is no such task on this list any more; start again.");
    }

    Summary summary() {
        return Summary.of(
                journeys.all(new Document()).map(kept -> kept.orElse(Journey.SHELL)),
                practice.tasks().roster());
    }

    private Kept<Journey> known(String patientId) {
        return journeys.find(patientId)
                .filter(kept -> kept.state() != null)
                .orElseThrow(
                        () -> Refused.unknown("unknown-journey", "patientId", "Nobody is followed under this id."));
    }
}
