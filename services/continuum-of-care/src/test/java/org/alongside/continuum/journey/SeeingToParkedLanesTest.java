package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alongside.eventing.lane.Incoming;
import org.junit.jupiter.api.Test;

/** Whoever is frozen because a record waits has a named colleague who sees to it. */
class SeeingToParkedLanesTest {

    private static final String ID = "0f8fad5b-d9cb-369f-a165-70867728950e";

    private final Centre centre = new Centre();
    private final LaneTasks tasks = centre.seeingToLanes;

    private List<TaskView> listed(boolean open) {
        return centre.reading.tasks(open, null, "", 10).items();
    }

    private Incoming from(String service, long sequence) {
        return new Incoming(service, ID, "any", sequence, centre.clock.instant(), "e" + sequence);
    }

    @Test
    void a_lane_that_is_parked_here_is_a_task_of_a_named_coordinator_until_it_flows() {
        tasks.parked("intake", Centre.PERSON, "patient-discharged");
        tasks.parked("intake", Centre.PERSON, "patient-discharged");

        assertThat(listed(true)).singleElement().satisfies(task -> {
            assertThat(task.patientId()).isEqualTo(Centre.PERSON);
            assertThat(task.reason()).isEqualTo("lane-parked");
            assertThat(task.reasonInWords()).contains("'patient-discharged' of intake", "/parked of continuum");
            assertThat(task.assignee().name()).isIn("Rosa Delgado", "Peter Lindqvist");
            assertThat(task.backup().staffId()).isNotEqualTo(task.assignee().staffId());
            assertThat(task.due()).isAfter(centre.clock.instant());
        });

        tasks.unparked("intake", Centre.PERSON);
        assertThat(listed(true)).isEmpty();
        assertThat(listed(false)).singleElement().extracting(TaskView::closedBy).isEqualTo("alongside");
    }

    @Test
    void what_another_service_tells_is_a_task_once_and_a_new_one_when_it_is_parked_again() {
        var parked = new LaneEvent.Parked("intake", Centre.PERSON, "patient-admitted");
        tasks.on(from("mentorship", 1), parked);
        tasks.on(from("mentorship", 1), parked);
        assertThat(listed(true)).hasSize(1);

        tasks.on(from("mentorship", 2), new LaneEvent.Unparked());
        assertThat(listed(true)).isEmpty();

        centre.clock.move(Duration.ofDays(1));
        tasks.on(from("mentorship", 3), parked);
        assertThat(listed(true)).singleElement().satisfies(task -> {
            assertThat(task.raisedAt()).isEqualTo(centre.clock.instant());
            assertThat(task.reasonInWords()).contains("/parked of mentorship");
        });
    }

    @Test
    void a_record_that_names_nobody_is_a_task_all_the_same() {
        tasks.on(from("groups", 1), new LaneEvent.Parked("intake", null, "unreadable"));

        assertThat(listed(true)).singleElement().satisfies(task -> {
            assertThat(task.patientId()).isNull();
            assertThat(task.assignee().name()).isNotBlank();
        });
    }

    @Test
    void the_end_of_what_nobody_told_of_is_no_task_and_keeps_none_from_being_listed() {
        tasks.on(from("groups", 1), new LaneEvent.Unparked());
        tasks.parked("intake", Centre.PERSON, "patient-discharged");

        assertThat(listed(true)).hasSize(1);
    }

    @Test
    void what_nobody_sees_to_goes_to_the_backup_once() {
        tasks.parked("intake", Centre.PERSON, "patient-discharged");
        var before = listed(true).getFirst();
        var id = before.taskId();

        tasks.due(id);
        assertThat(listed(true).getFirst().assignee()).isEqualTo(before.assignee());

        centre.clock.move(Duration.ofDays(2));
        tasks.due(id);
        tasks.due(id);
        assertThat(listed(true).getFirst().assignee()).isEqualTo(before.backup());
        assertThat(centre.laneTasks.find(id).map(kept -> LaneTask.dueAt(kept.state())))
                .hasValue(Optional.empty());
    }
}
