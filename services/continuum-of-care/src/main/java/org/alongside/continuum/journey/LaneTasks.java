package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.lane.LaneParked;
import org.alongside.eventing.lane.LaneUnparked;
import org.alongside.eventing.lane.ParkedLaneListener;
import org.bson.Document;
import org.springframework.stereotype.Service;

/** A lane that waits, here or in a service that tells of it, is somebody's task until it flows again. */
@Service
class LaneTasks implements ParkedLaneListener, DueWork {

    static final String COLLECTION = "lane-tasks";
    private static final String HERE = "continuum";

    private final Documents<LaneTask> tasks;
    private final Practice practice;

    LaneTasks(Documents<LaneTask> tasks, Practice practice) {
        this.tasks = tasks;
        this.practice = practice;
    }

    @Override
    public void parked(String source, String lane, String type) {
        raise(HERE, LaneParked.of(HERE, source, lane, type), Cause.OWN);
    }

    @Override
    public void unparked(String source, String lane) {
        close(LaneUnparked.of(HERE, source, lane).parkedLaneId(), Cause.OWN);
    }

    void on(Incoming in, LaneEvent.Parked event) {
        raise(
                in.source(),
                new LaneParked(in.lane(), Objects.requireNonNull(event.source()), event.lane(), event.type()),
                in.receipt());
    }

    void on(Incoming in, LaneEvent.Unparked event) {
        close(in.lane(), in.receipt());
    }

    private void raise(String service, LaneParked lane, Cause cause) {
        tasks.change(
                lane.parkedLaneId(),
                cause,
                (kept, now) -> open(kept) ? Decision.unchanged() : Decision.to(raised(service, lane, now)));
    }

    private LaneTask raised(String service, LaneParked lane, Instant now) {
        var rules = practice.tasks();
        var due = rules.due(TaskReason.LANE_PARKED, now);
        var owner = rules.assign(TaskReason.LANE_PARKED, due, lane.lane() == null ? lane.parkedLaneId() : lane.lane());
        return new LaneTask(
                service,
                lane.source(),
                lane.lane(),
                lane.type(),
                lane.parkedLaneId(),
                now,
                due,
                owner.assignee(),
                owner.backup(),
                new Task.State.Waiting(rules.escalateAt(TaskReason.LANE_PARKED, due, now)));
    }

    private void close(String id, Cause cause) {
        tasks.change(id, cause, (kept, now) -> {
            var task = kept.state();
            return task == null || !task.open() ? Decision.unchanged() : Decision.to(task.flowsAgain(now));
        });
    }

    private static boolean open(Kept<LaneTask> kept) {
        var task = kept.state();
        return task != null && task.open();
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public void due(String id) {
        tasks.change(id, Cause.OWN, (kept, now) -> {
            var task = kept.state();
            if (task == null
                    || LaneTask.dueAt(task).filter(at -> !at.isAfter(now)).isEmpty()) {
                return Decision.unchanged();
            }
            var until = practice.tasks().dueAfterEscalation(TaskReason.LANE_PARKED, now);
            return Decision.to(task.escalated(until));
        });
    }

    /**
     * As staff read them.
     *
     * @param wanted by state and assignee
     */
    Stream<TaskView> those(BiPredicate<Task.State, String> wanted) {
        return tasks.all(new Document())
                .flatMap(kept -> Stream.ofNullable(kept.state())) // none where all that was told is that it flows
                .filter(task -> wanted.test(task.state(), task.assignee()))
                .map(task -> TaskView.of(task, practice.tasks().roster()));
    }
}
