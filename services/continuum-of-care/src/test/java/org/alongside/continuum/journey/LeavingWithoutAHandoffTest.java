package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.Test;

class LeavingWithoutAHandoffTest {

    private final Centre centre = new Centre();

    @Test
    void against_advice_is_a_call_the_same_day_by_the_one_on_call() {
        centre.admittedWithLeave().discharged("against-advice");

        assertThat(centre.told()).containsExactly("outreach-task-raised");
        var task = centre.open(TaskReason.LEFT_AGAINST_ADVICE);
        assertThat(task.assignee()).isEqualTo("on-call-1");
        assertThat(task.due()).isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));
    }

    @Test
    void who_wants_support_gets_a_hand_off_from_that_moment() {
        centre.admittedWithLeave().discharged("against-advice").passes(Duration.ofHours(3));
        centre.closes(centre.open(TaskReason.LEFT_AGAINST_ADVICE), "wants-support");

        assertThat(centre.last("handoff-started").get("kind").asString()).isEqualTo("sudden");
        assertThat(centre.openTasks()).isEmpty();
        centre.neighboursAnswer();
        assertThat(centre.told()).contains("handoff-secured");
    }

    @Test
    void who_declines_ends_it_and_whoever_was_not_reached_is_tried_again() {
        centre.admitted().discharged("administrative");
        centre.closes(centre.open(TaskReason.ADMINISTRATIVE_DISCHARGE), "could-not-reach");
        assertThat(centre.openReasons()).containsExactly("administrative-discharge");

        centre.closes(centre.open(TaskReason.ADMINISTRATIVE_DISCHARGE), "declined");
        centre.passes(Duration.ofDays(30));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void who_wanted_no_hand_off_and_then_leaves_against_advice_is_called_all_the_same() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(1)))
                .passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");
        centre.discharged("against-advice");

        assertThat(centre.openReasons()).containsExactly("left-against-advice");
    }

    @Test
    void who_wanted_no_hand_off_and_completes_is_left_in_peace() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(1)))
                .passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");
        centre.discharged("completed").passes(Duration.ofDays(30));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.journey().standing()).isEqualTo("declined");
    }

    @Test
    void hospital_and_jail_withdraw_the_plan_and_ask_when_they_return() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(3)))
                .discharged("hospital");
        assertThat(centre.told()).contains("alumni-seat-request-withdrawn", "peer-continuity-request-withdrawn");
        assertThat(centre.openReasons()).containsExactly("paused-return-unknown");
        assertThat(centre.journey().standing()).isEqualTo("paused");
    }

    @Test
    void after_a_death_there_is_no_task_and_no_message() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(3)))
                .discharged("died");
        assertThat(centre.openTasks()).isEmpty();
        var told = centre.told().size();
        centre.passes(Duration.ofDays(30));
        assertThat(centre.told()).hasSize(told);
    }
}
