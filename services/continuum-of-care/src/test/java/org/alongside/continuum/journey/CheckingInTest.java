package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.Test;

class CheckingInTest {

    private final Centre centre = new Centre();

    private Centre handedOff() {
        return centre.admittedWithLeave().discharged("completed").neighboursAnswer();
    }

    @Test
    void asks_on_day_one_three_and_seven() {
        handedOff().passes(Duration.ofDays(8));
        assertThat(centre.payloads("check-in-due"))
                .extracting(p -> p.get("step").asString() + " " + p.get("due").asString())
                .containsExactly(
                        "day-1 2026-03-03T15:00:00Z", "day-3 2026-03-05T15:00:00Z", "day-7 2026-03-09T14:00:00Z");
        assertThat(centre.last("check-in-due").get("channel").asString()).isEqualTo("sms");
    }

    @Test
    void never_asks_in_the_quiet_hours() {
        centre.admittedWithLeave().passesTo(Instant.parse("2026-03-03T04:30:00Z"));
        centre.discharged("completed").neighboursAnswer().passes(Duration.ofDays(2));
        assertThat(centre.last("check-in-due").get("due").asString()).isEqualTo("2026-03-04T01:00:00Z");
    }

    @Test
    void a_late_sweep_at_night_waits_for_the_morning() {
        handedOff();
        centre.clock.moveTo(Instant.parse("2026-03-04T06:00:00Z"));
        centre.following.due(Centre.PERSON);
        assertThat(centre.told()).doesNotContain("check-in-due");

        centre.clock.moveTo(Instant.parse("2026-03-04T07:00:00Z"));
        centre.following.due(Centre.PERSON);
        centre.clock.moveTo(Instant.parse("2026-03-04T14:00:00Z"));
        centre.following.due(Centre.PERSON);
        assertThat(centre.told("check-in-due")).isOne();
    }

    @Test
    void silence_is_missed_and_two_in_a_row_are_a_task_which_an_answer_ends() {
        handedOff().passes(Duration.ofDays(3));
        assertThat(centre.told("check-in-missed")).isOne();
        assertThat(centre.openTasks()).isEmpty();

        centre.passes(Duration.ofDays(2));
        assertThat(centre.openReasons()).containsExactly("check-in-missed");

        centre.answers(centre.checkIns().get(1), Doing.WELL);
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void silence_at_the_last_one_is_a_task_because_nothing_later_would_notice_it() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().get(0), Doing.WELL);
        centre.passes(Duration.ofDays(2));
        centre.answers(centre.checkIns().get(1), Doing.WELL);
        centre.passes(Duration.ofDays(6));
        assertThat(centre.openReasons()).containsExactly("check-in-missed");
    }

    @Test
    void an_answer_that_says_risk_reaches_the_one_on_call_at_once_and_its_content_is_told_to_nobody() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.NOT_SAFE);

        var task = centre.open(TaskReason.RISK_ANSWER);
        assertThat(task.assignee()).isEqualTo("on-call-1");
        assertThat(task.due()).isEqualTo(centre.now().plus(Duration.ofMinutes(30)));
        assertThat(centre.events())
                .extracting(TestSpace.Event::data)
                .noneMatch(data -> data.contains("not-safe") || data.contains("NOT_SAFE"));
    }

    @Test
    void a_risk_that_nobody_takes_goes_to_the_backup_when_it_is_due() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.USED);
        centre.passes(Duration.ofMinutes(30));
        assertThat(centre.told("outreach-task-escalated")).isOne();
        assertThat(centre.open(TaskReason.RISK_ANSWER).assignee()).isNotEqualTo("on-call-1");
    }

    @Test
    void struggling_is_heard_by_a_person_too() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.STRUGGLING);
        assertThat(centre.openReasons()).containsExactly("struggling-answer");
    }

    @Test
    void every_answer_that_says_risk_is_a_task_even_while_somebody_still_tries_for_the_one_before() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.USED);
        centre.attempts(centre.open(TaskReason.RISK_ANSWER), "no-answer");
        centre.passes(Duration.ofDays(2));
        centre.answers(centre.checkIns().get(1), Doing.NOT_SAFE);

        assertThat(centre.openReasons()).containsExactly("risk-answer", "risk-answer");
        assertThat(centre.openTasks().getLast().due()).isEqualTo(centre.now().plus(Duration.ofMinutes(30)));
        centre.passes(Duration.ofMinutes(30));
        assertThat(centre.told("outreach-task-escalated")).isOne();
    }

    @Test
    void who_was_well_in_the_morning_and_is_not_safe_any_more_is_heard() {
        handedOff().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.WELL);
        centre.answers(centre.checkIns().getFirst(), Doing.NOT_SAFE);

        assertThat(centre.openReasons()).containsExactly("risk-answer");
        assertThat(centre.told("check-in-answered")).isOne();
        assertThat(centre.checkIns().getFirst().state())
                .isInstanceOfSatisfying(
                        CheckIn.State.Answered.class, a -> assertThat(a.doing()).isEqualTo(Doing.WELL));
    }

    @Test
    void risk_is_heard_at_a_check_in_that_was_called_off_or_is_still_ahead() {
        handedOff().passes(Duration.ofDays(1));
        var ahead = centre.checkIns().get(1);
        centre.answers(ahead, Doing.USED);
        assertThat(centre.openReasons()).containsExactly("risk-answer");

        centre.hears(new IntakeEvent.ConsentRevoked(
                new IntakeEvent.Consent("c2", "contact-after-discharge", 2, null, null)));
        centre.answers(centre.checkIns().getFirst(), Doing.NOT_SAFE);
        assertThat(centre.openReasons()).containsExactly("handoff-fell-back", "risk-answer", "risk-answer");
        assertThat(centre.told()).doesNotContain("check-in-answered");
    }

    @Test
    void a_discharge_later_than_planned_is_day_zero() {
        centre.admittedWithLeave()
                .planned(Instant.parse("2026-03-05T15:00:00Z"))
                .neighboursAnswer();
        centre.passesTo(Instant.parse("2026-03-09T14:00:00Z")).discharged("completed");
        assertThat(centre.told()).doesNotContain("check-in-due");

        centre.passes(Duration.ofDays(8));
        assertThat(centre.payloads("check-in-due"))
                .extracting(p -> p.get("step").asString() + " " + p.get("due").asString())
                .containsExactly(
                        "day-1 2026-03-10T14:00:00Z", "day-3 2026-03-12T14:00:00Z", "day-7 2026-03-16T14:00:00Z");
        assertThat(centre.told("handoff-secured")).isOne();
    }

    @Test
    void who_leaves_in_the_evening_of_a_day_planned_without_a_time_is_not_asked_that_night() {
        centre.admittedWithLeave()
                .planned(Instant.parse("2026-03-05T05:00:00Z"))
                .neighboursAnswer();
        centre.passesTo(Instant.parse("2026-03-06T01:30:00Z")).discharged("completed");
        assertThat(centre.told()).doesNotContain("check-in-due");

        centre.passes(Duration.ofDays(1));
        assertThat(centre.last("check-in-due").get("due").asString()).isEqualTo("2026-03-07T01:30:00Z");
    }

    @Test
    void a_plan_moved_after_its_day_and_a_discharge_told_again_for_an_earlier_day_ask_nothing_twice_or_all_at_once() {
        centre.admittedWithLeave()
                .planned(Instant.parse("2026-03-05T15:00:00Z"))
                .neighboursAnswer();
        centre.passesTo(Instant.parse("2026-03-09T14:00:00Z")).planned(Instant.parse("2026-03-12T14:00:00Z"));
        centre.passesTo(Instant.parse("2026-03-12T14:00:00Z")).discharged("completed");
        assertThat(centre.told()).doesNotContain("check-in-due");

        centre.clock.moveTo(Instant.parse("2026-03-15T15:00:00Z"));
        centre.hears(new IntakeEvent.PatientDischarged(
                Centre.CENTRE, Centre.ADMISSION, Instant.parse("2026-03-10T14:00:00Z"), "completed"));
        assertThat(centre.payloads("check-in-due"))
                .extracting(p -> p.get("step").asString())
                .containsExactly("day-1");
    }

    @Test
    void what_waits_for_the_morning_is_asked_by_the_channel_that_holds_then() {
        handedOff().passes(Duration.ofDays(2));
        centre.clock.moveTo(Instant.parse("2026-03-06T06:00:00Z"));
        centre.following.due(Centre.PERSON);
        centre.hears(new IntakeEvent.ConsentGranted(
                new IntakeEvent.Consent("c2", "contact-after-discharge", 2, Set.of("phone"), null)));
        centre.passes(Duration.ofHours(9));
        assertThat(centre.last("check-in-due").get("step").asString()).isEqualTo("day-3");
        assertThat(centre.last("check-in-due").get("channel").asString()).isEqualTo("phone");
    }

    @Test
    void an_answer_before_it_was_asked_or_a_second_one_is_refused() {
        handedOff();
        assertThatThrownBy(() -> centre.answers(centre.checkIns().getFirst(), Doing.WELL))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("check-in-not-due"));
        centre.passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.WELL);
        assertThatThrownBy(() -> centre.answers(centre.checkIns().getFirst(), Doing.WELL))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("check-in-answered"));
    }
}
