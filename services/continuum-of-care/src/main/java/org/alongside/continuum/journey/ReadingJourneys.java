package org.alongside.continuum.journey;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
    private final LaneTasks laneTasks;
    private final Practice practice;
    private final Clock clock;

    ReadingJourneys(Documents<Journey> journeys, LaneTasks laneTasks, Practice practice, Clock clock) {
        this.journeys = journeys;
        this.laneTasks = laneTasks;
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
        var filter = phase == null
                ? new Document()
                : new Document("state.standing", Standing.of(phase).code());
        var items = journeys.page(filter, after, limit).stream()
                .map(kept -> listed(kept.id(), kept.orElse(Journey.SHELL)))
                .toList();
        return Page.of(items, limit, Listed::patientId);
    }

    private static Listed listed(String patientId, Journey journey) {
        return new Listed(patientId, journey.standing(), journey.openTasks());
    }

    /** The most urgent first. */
    Page<TaskView> tasks(boolean open, @Nullable String assignee, String after, int limit) {
        if (assignee != null && !practice.tasks().roster().knows(assignee)) {
            throw Refused.invalid("unknown-staff", "assignee", "Nobody on the staff has this staffId.");
        }
        var seen = after.isEmpty() ? null : Urgency.parse(after);
        BiPredicate<Task.State, String> wanted =
                (state, owner) -> state.open() == open && (assignee == null || assignee.equals(owner));
        var filter = open ? new Document("state.openTasks", new Document("$gt", 0)) : new Document();
        var aboutPeople = journeys.all(filter)
                .flatMap(kept -> kept.orElse(Journey.SHELL).tasks().values().stream()
                        .filter(task -> wanted.test(task.state(), task.assignee()))
                        .map(task ->
                                TaskView.of(kept.id(), task, practice.tasks().roster())));
        var page = Stream.concat(aboutPeople, laneTasks.those(wanted))
                .filter(task -> seen == null || Urgency.of(task).compareTo(seen) > 0)
                .sorted(Comparator.comparing(Urgency::of))
                .limit(limit)
                .toList();
        return Page.of(page, limit, task -> Urgency.of(task).toString());
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
