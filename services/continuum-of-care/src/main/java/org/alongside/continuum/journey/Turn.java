package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.alongside.continuum.outreach.Task;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Kept;
import org.jspecify.annotations.Nullable;

/** One decision about a journey while it is being made: the state so far, and what will be told of it. */
final class Turn {

    private static final int MOMENTS_KEPT = 150;
    private static final int CLOSED_TASKS_KEPT = 40;

    private final String patientId;
    private final Journey before;
    private final boolean frozen;
    private final Instant now;
    private final Practice practice;
    private final Map<String, Episode> episodes;
    private final Map<String, Task> tasks;
    private final List<Moment> story;
    private final List<JourneyEvent> told = new ArrayList<>();
    private @Nullable Leave leave;
    private boolean deceased;
    private Counters counters;

    Turn(Kept<Journey> kept, Instant now, Practice practice) {
        this.patientId = kept.id();
        this.before = kept.orElse(Journey.SHELL);
        this.frozen = kept.frozen();
        this.now = now;
        this.practice = practice;
        this.episodes = new LinkedHashMap<>(before.episodes());
        this.tasks = new LinkedHashMap<>(before.tasks());
        this.story = new ArrayList<>(before.story());
        this.leave = before.leave();
        this.deceased = before.deceased();
        this.counters = before.counters();
    }

    String patientId() {
        return patientId;
    }

    Instant now() {
        return now;
    }

    Practice practice() {
        return practice;
    }

    /** Whether a lane of this person is parked: facts are kept, what follows from them waits. */
    boolean frozen() {
        return frozen;
    }

    @Nullable
    Leave leave() {
        return leave;
    }

    boolean leaveHolds() {
        return leave != null && leave.holds(now);
    }

    void leave(Leave next) {
        leave = next;
    }

    boolean deceased() {
        return deceased;
    }

    void died() {
        deceased = true;
    }

    void lives() {
        deceased = false;
    }

    List<Episode> episodes() {
        return List.copyOf(episodes.values());
    }

    /** The episode, known from now on if it was not. */
    Episode episode(String admissionId, String centreId) {
        var known = episodes.get(admissionId);
        if (known == null) {
            known = Episode.heardOf(admissionId, centreId);
            episodes.put(admissionId, known);
        }
        return known;
    }

    Episode episode(String admissionId) {
        return Objects.requireNonNull(episodes.get(admissionId), "no such episode");
    }

    Episode change(String admissionId, UnaryOperator<Episode> how) {
        var next = how.apply(episode(admissionId));
        episodes.put(admissionId, next);
        return next;
    }

    List<Task> tasks() {
        return List.copyOf(tasks.values());
    }

    List<Task> openTasks(String admissionId) {
        return tasks.values().stream()
                .filter(task -> task.open() && task.admissionId().equals(admissionId))
                .toList();
    }

    @Nullable
    Task task(String taskId) {
        return tasks.get(taskId);
    }

    void put(Task task) {
        tasks.put(task.taskId(), task);
    }

    void tell(JourneyEvent event) {
        told.add(event);
    }

    void note(String what, @Nullable String ref) {
        story.add(new Moment(now, what, ref));
    }

    String nextRequest() {
        counters = new Counters(counters.requests() + 1, counters.handoffs(), counters.tasks(), counters.checkIns());
        return patientId + "-r" + counters.requests();
    }

    String nextHandoff() {
        counters = new Counters(counters.requests(), counters.handoffs() + 1, counters.tasks(), counters.checkIns());
        return patientId + "-h" + counters.handoffs();
    }

    String nextTask() {
        counters = new Counters(counters.requests(), counters.handoffs(), counters.tasks() + 1, counters.checkIns());
        return patientId + "-t" + counters.tasks();
    }

    String nextCheckIn() {
        counters = new Counters(counters.requests(), counters.handoffs(), counters.tasks(), counters.checkIns() + 1);
        return patientId + "-k" + counters.checkIns();
    }

    <A> Decision<Journey, A> decided() {
        var next = next();
        return next.equals(before) && told.isEmpty()
                ? Decision.unchanged()
                : Decision.<Journey, A>to(next)
                        .telling(told.stream().map(JourneyWire::told).toList());
    }

    Journey next() {
        var tally = before.tally();
        for (var event : told) {
            tally = tally.plus(event);
        }
        forgetOldTasks();
        var moments = story.subList(Math.max(0, story.size() - MOMENTS_KEPT), story.size());
        var open = (int) tasks.values().stream().filter(Task::open).count();
        var standing = Standing.of(deceased, episodes.values());
        return new Journey(
                deceased,
                leave,
                Collections.unmodifiableMap(episodes),
                Collections.unmodifiableMap(tasks),
                counters,
                tally,
                List.copyOf(moments),
                standing.code(),
                open,
                frozen ? now : null);
    }

    private void forgetOldTasks() {
        var closed = tasks.values().stream().filter(task -> !task.open()).count();
        var oldest = tasks.values().stream()
                .filter(task -> !task.open())
                .sorted(Comparator.comparing(Task::raisedAt))
                .limit(Math.max(0, closed - CLOSED_TASKS_KEPT))
                .map(Task::taskId)
                .toList();
        oldest.forEach(tasks::remove);
    }
}
