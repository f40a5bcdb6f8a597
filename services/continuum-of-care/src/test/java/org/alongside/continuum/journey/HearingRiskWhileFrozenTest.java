package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingRiskWhileFrozenTest {

    private final Centre centre = new Centre();
    private final JourneyController controller =
            new JourneyController(centre.reading, centre.following, Centre.PRACTICE);
    private final TaskController tasks = new TaskController(centre.reading, centre.following, Centre.PRACTICE);

    @BeforeEach
    void asked_and_then_frozen_by_a_record_that_cannot_be_applied() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer().passes(Duration.ofDays(1));
        centre.parked("intake");
    }

    @Test
    void an_answer_that_says_risk_reaches_the_one_on_call_all_the_same() {
        var answered = answer(checkIn(), "not-safe");

        assertThat(answered.somebodyWillCall()).isTrue();
        assertThat(centre.openReasons()).containsExactly("risk-answer");
        assertThat(centre.told()).endsWith("check-in-answered", "outreach-task-raised");
    }

    @Test
    void every_other_answer_waits() {
        assertThatThrownBy(() -> answer(checkIn(), "struggling"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("lane-parked"));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void what_is_refused_for_another_reason_still_says_where_help_is() {
        assertThatThrownBy(() -> answer("k99", "used")).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo("unknown-check-in");
            assertThat(r.detail()).contains("988");
        });
    }

    @Test
    void of_somebody_who_was_told_to_have_died_nothing_is_promised() {
        centre.hears(new IntakeEvent.PatientDeceased());
        assertThatThrownBy(() -> answer(checkIn(), "not-safe")).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo("journey-ended");
            assertThat(r.detail()).contains("988");
        });
    }

    @Test
    void a_request_that_is_sent_again_is_one_task_and_two_answers_at_the_same_moment_are_two() {
        var sent = centre.command();
        answer(sent, "not-safe");
        answer(sent, "not-safe");
        assertThat(centre.openReasons()).containsExactly("risk-answer");

        answer(centre.command(), "not-safe");
        answer(new Cause.Command(null, "f", null), "not-safe");
        answer(new Cause.Command(null, "f", null), "not-safe");
        assertThat(centre.openReasons()).hasSize(4).containsOnly("risk-answer");
    }

    @Test
    void a_request_from_before_the_freeze_is_known() {
        centre.flows("intake");
        var sent = centre.command();
        answer(sent, "used");
        centre.parked("intake");
        answer(sent, "used");
        assertThat(centre.openReasons()).containsExactly("risk-answer");
    }

    @Test
    void a_request_from_during_the_freeze_is_known_after_it() {
        var sent = centre.command();
        answer(sent, "used");
        centre.flows("intake");
        answer(sent, "used");
        assertThat(centre.openReasons()).containsExactly("risk-answer");
    }

    @Test
    void a_key_that_is_used_again_for_something_else_is_refused_frozen_or_not() {
        answer(new Cause.Command("key", "not-safe", null), "not-safe");
        var reused = new Cause.Command("key", "used", null);
        refused("idempotency-key-reused", () -> answer(reused, "used"));
        centre.flows("intake");
        refused("idempotency-key-reused", () -> answer(reused, "used"));
        assertThat(centre.openReasons()).containsExactly("risk-answer");
    }

    @Test
    void who_has_seen_an_older_version_is_told_so() {
        answer(checkIn(), "not-safe");
        var id = centre.openTasks().getFirst().taskId();
        var report = new TaskController.Report("no-answer", "on-call-1");
        refused(
                "version-passed",
                () -> tasks.attempt(Centre.PERSON, id, report, new Cause.Command("key", "no-answer", 1L)));
    }

    private static void refused(String rule, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    @Test
    void what_nobody_takes_goes_to_the_backup_at_its_time() {
        answer(checkIn(), "not-safe");
        var owner = centre.openTasks().getFirst();
        centre.clock.move(Duration.ofMinutes(29));
        assertThatThrownBy(() -> centre.following.due(Centre.PERSON)).isInstanceOf(Refused.class);
        centre.clock.move(Duration.ofMinutes(1));
        centre.following.due(Centre.PERSON);
        assertThatThrownBy(() -> centre.following.due(Centre.PERSON)).isInstanceOf(Refused.class);

        assertThat(centre.told("outreach-task-escalated")).isOne();
        assertThat(centre.openTasks().getFirst().assignee()).isEqualTo(owner.backup());
    }

    @Test
    void the_one_on_call_says_what_was_tried_and_what_came_of_it() {
        answer(checkIn(), "not-safe");
        var id = centre.openTasks().getFirst().taskId();
        var tried = centre.command();
        var report = new TaskController.Report("no-answer", "on-call-1");
        tasks.attempt(Centre.PERSON, id, report, tried);
        assertThat(tasks.attempt(Centre.PERSON, id, report, tried).attempts()).hasSize(1);

        tasks.close(Centre.PERSON, id, new TaskController.Report("reached", "on-call-1"), centre.command());
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told()).endsWith("outreach-task-closed");
    }

    @Test
    void every_other_task_waits() {
        centre.flows("intake").hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        centre.parked("intake");
        var id = centre.openTasks().getFirst().taskId();
        var report = new TaskController.Report("reached", "on-call-1");
        assertThatThrownBy(() -> tasks.close(Centre.PERSON, id, report, centre.command()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("lane-parked"));
        assertThat(centre.openTasks()).hasSize(1);
    }

    private void answer(Cause.Command command, String doing) {
        controller.answer(Centre.PERSON, checkIn(), new JourneyController.Answer(doing), command);
    }

    private String checkIn() {
        return centre.checkIns().getFirst().checkInId();
    }

    private JourneyController.Answered answer(String checkInId, String doing) {
        return controller.answer(Centre.PERSON, checkInId, new JourneyController.Answer(doing), centre.command());
    }
}
