package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.Test;

class HandingOffAfterASuddenDischargeTest {

    private final Centre centre = new Centre();

    @Test
    void each_line_has_the_deadline_of_its_rule() {
        var left = centre.now();
        centre.admitted().discharged("completed");

        assertThat(centre.line(Line.PEER_CONTACT).due()).isEqualTo(left.plus(Duration.ofHours(24)));
        assertThat(centre.line(Line.FIRST_CHECK_IN).due()).isEqualTo(left.plus(Duration.ofHours(24)));
        assertThat(centre.line(Line.ALUMNI_SEAT).due()).isEqualTo(left.plus(Duration.ofDays(2)));
    }

    @Test
    void answers_within_the_grace_need_no_task() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer().passes(Duration.ofDays(1));

        assertThat(centre.told()).contains("handoff-secured").doesNotContain("outreach-task-raised");
    }

    @Test
    void neighbours_that_do_not_answer_are_covered_after_the_grace() {
        centre.admittedWithLeave().discharged("step-down").passes(Duration.ofMinutes(59));
        assertThat(centre.openTasks()).isEmpty();

        centre.passes(Duration.ofMinutes(1));
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
        assertThat(centre.open(TaskReason.SUDDEN_DISCHARGE).due())
                .isEqualTo(centre.now().plus(Duration.ofHours(24)));

        centre.neighboursAnswer();
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("secured");
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_waitlist_or_an_offer_that_is_only_open_is_covered_at_once() {
        centre.admittedWithLeave().discharged("completed");
        centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, centre.request(Line.PEER_CONTACT)));
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
        assertThat(centre.line(Line.PEER_CONTACT).hindrance())
                .extracting(o -> o.code())
                .isEqualTo("offer-open");
    }

    @Test
    void
            an_offer_made_before_the_discharge_is_somebodys_and_shown_as_soon_as_it_answers_the_request_of_the_discharge() {
        centre.admittedWithLeave()
                .hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, null))
                .discharged("completed");
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", centre.now());
        assertThat(centre.openTasks()).isEmpty();

        centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, centre.request(Line.PEER_CONTACT)));
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
        assertThat(centre.why(Line.PEER_CONTACT).why()).contains("a peer is proposed; both still have to accept");
    }

    @Test
    void without_leave_to_contact_somebody_is_asked_at_once() {
        centre.admitted().discharged("completed");
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
    }

    @Test
    void who_loses_the_last_peer_seat_of_treatment_while_the_lines_are_open_is_somebodys_at_once() {
        centre.admittedWithLeave();
        seatedInTreatment("s1");
        seatedInTreatment("s2");
        centre.discharged("completed").passes(Duration.ofMinutes(5));
        treatmentSeatEnds("s1");
        assertThat(centre.openTasks()).isEmpty();

        treatmentSeatEnds("s2");
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
        assertThat(centre.openTasks().getFirst().assignee()).startsWith("coordinator-");
    }

    @Test
    void a_treatment_seat_that_ended_after_the_discharge_but_was_told_before_it_is_no_less_lost() {
        centre.admittedWithLeave();
        seatedInTreatment("s1");
        treatmentSeatEnds("s1");
        centre.discharged("completed");
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
    }

    @Test
    void a_treatment_seat_that_ended_in_treatment_or_once_all_was_secured_leaves_the_neighbours_their_grace() {
        centre.admittedWithLeave();
        seatedInTreatment("s1");
        treatmentSeatEnds("s1");
        centre.passes(Duration.ofDays(1));
        seatedInTreatment("s2");
        centre.discharged("completed");
        assertThat(centre.openTasks()).isEmpty();

        centre.neighboursAnswer();
        treatmentSeatEnds("s2");
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, Centre.PERSON + "-m1"));
        assertThat(centre.openTasks()).isEmpty();
    }

    private void seatedInTreatment(String seatId) {
        centre.hears(
                new SeatEvent.SeatTaken(Centre.CENTRE, Centre.ADMISSION, seatId, "iop-1", "iop", centre.now(), null));
    }

    private void treatmentSeatEnds(String seatId) {
        centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, seatId, "iop", centre.now()));
    }

    @Test
    void a_discharge_told_late_alarms_only_after_everything_was_tried() {
        centre.admittedWithLeave()
                .hears(new IntakeEvent.PatientDischarged(
                        Centre.CENTRE, Centre.ADMISSION, centre.now().minus(Duration.ofDays(4)), "completed"));
        assertThat(centre.told()).doesNotContain("handoff-at-risk", "outreach-task-raised");

        centre.neighboursAnswer().passes(Duration.ofDays(1));
        assertThat(centre.told()).contains("handoff-secured").doesNotContain("outreach-task-raised");
    }

    @Test
    void one_task_per_line_and_a_follow_up_while_it_stays_open() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(3));
        assertThat(centre.openReasons())
                .containsExactly("alumni-seat-overdue", "peer-contact-overdue", "sudden-discharge");

        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "reached");
        assertThat(centre.openReasons())
                .containsExactly("alumni-seat-overdue", "peer-contact-overdue", "sudden-discharge");
        assertThat(centre.told("handoff-at-risk")).isEqualTo(2);
    }

    @Test
    void who_declines_is_left_in_peace() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(4));
        centre.closes(centre.open(TaskReason.SUDDEN_DISCHARGE), "declined");
        var told = centre.told().size();
        centre.passes(Duration.ofDays(60));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told()).hasSize(told);
        assertThat(centre.told()).contains("alumni-seat-request-withdrawn", "peer-continuity-request-withdrawn");
        assertThat(centre.journey().standing()).isEqualTo("declined");
    }

    @Test
    void who_declines_keeps_the_peer_and_is_offered_no_other() {
        centre.admitted().discharged("completed");
        var asked = centre.request(Line.PEER_CONTACT);
        centre.kept(asked, "m1");
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", centre.now());
        centre.closes(centre.open(TaskReason.SUDDEN_DISCHARGE), "declined");

        assertThat(centre.last("peer-continuity-request-withdrawn")
                        .get("requestId")
                        .asString())
                .isEqualTo(asked);
        assertThat(centre.told()).doesNotContain("alumni-seat-request-withdrawn");
        assertThat(centre.episode().known().matchId()).isEqualTo("m1");
    }

    @Test
    void who_declines_is_not_followed_up_either_but_somebody_still_calls_who_said_that_it_is_hard() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.STRUGGLING);
        centre.passes(Duration.ofDays(10));
        centre.hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.openReasons()).contains("check-in-missed", "no-peer-contact");

        centre.closes(centre.open(TaskReason.SUDDEN_DISCHARGE), "declined");
        assertThat(centre.openReasons()).containsExactly("struggling-answer");
    }

    @Test
    void a_first_session_later_than_a_week_is_secured_and_still_somebodys_until_it_is_nearer() {
        var left = centre.now();
        centre.admittedWithLeave().discharged("completed");
        centre.kept(centre.request(Line.PEER_CONTACT), "m1");
        var first = left.plus(Duration.ofDays(8));
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", first);
        assertThat(centre.told()).contains("handoff-secured");
        assertThat(centre.openReasons()).containsExactly("first-session-late");

        centre.hears(new SeatEvent.SessionMissedByGroup(
                Centre.CENTRE, Centre.ADMISSION, "s1", first, left.plus(Duration.ofDays(7))));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_first_session_that_was_late_is_nobodys_any_more_once_it_took_place_also_while_another_line_is_open() {
        centre.admitted().discharged("completed");
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", centre.now().plus(Duration.ofDays(8)));
        assertThat(centre.openReasons()).contains("first-session-late");

        centre.passes(Duration.ofDays(8));
        assertThat(centre.openReasons()).doesNotContain("first-session-late");
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("took-place");
    }

    @Test
    void whoever_changes_groups_after_their_first_session_has_none_to_wait_for_but_before_it_they_have() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        changesGroups(Duration.ofDays(2), "s9", "s10");
        assertThat(centre.openReasons()).doesNotContain("first-session-late");
        changesGroups(Duration.ofDays(2), "s10", "s11");
        assertThat(centre.openReasons()).contains("first-session-late");

        centre.passes(Duration.ofDays(6));
        assertThat(centre.told()).contains("handoff-completed");
        changesGroups(Duration.ofDays(6), "s11", "s12");
        assertThat(centre.openReasons()).doesNotContain("first-session-late");
    }

    /** After this time; the new group meets five days later. */
    private void changesGroups(Duration time, String from, String to) {
        centre.passes(time)
                .hears(new SeatEvent.SeatReleased(
                        Centre.CENTRE, Centre.ADMISSION, Centre.PERSON + "-" + from, "alumni", centre.now()));
        centre.seated(
                centre.request(Line.ALUMNI_SEAT),
                Centre.PERSON + "-" + to,
                centre.now().plus(Duration.ofDays(5)));
    }

    @Test
    void a_stay_that_rests_has_no_first_session_to_wait_for_and_a_hand_off_that_is_withdrawn_has_none_either() {
        var first = centre.now().plus(Duration.ofDays(8));
        centre.admittedWithLeave().discharged("completed");
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", first);
        assertThat(centre.openReasons()).contains("first-session-late");
        centre.hears(
                new IntakeEvent.PatientDischarged(Centre.CENTRE, Centre.ADMISSION, centre.now(), "against-advice"));
        assertThat(centre.openReasons()).containsExactly("left-against-advice");

        var other = new Centre();
        other.admittedWithLeave().discharged("completed");
        other.seated(other.request(Line.ALUMNI_SEAT), "s1", first)
                .passes(Duration.ofDays(1))
                .hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, Centre.PERSON + "-a2", other.now(), List.of()))
                .hears(new SeatEvent.SessionMissedByGroup(
                        Centre.CENTRE, Centre.ADMISSION, "s1", first, first.plus(Duration.ofDays(7))));
        assertThat(other.openTasks()).isEmpty();
    }

    @Test
    void a_stale_answer_counts_for_nothing() {
        centre.admittedWithLeave().discharged("completed");
        centre.seated(Centre.PERSON + "-r77", "s1", centre.now());
        assertThat(centre.line(Line.ALUMNI_SEAT)).isInstanceOf(LineState.Open.class);
    }

    @Test
    void what_was_heard_early_is_kept() {
        centre.hears(
                new SeatEvent.SeatTaken(Centre.CENTRE, Centre.ADMISSION, "s1", "iop-1", "iop", centre.now(), null));
        centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, List.of(), null));
        assertThat(centre.openTasks()).isEmpty();

        centre.admitted();
        assertThat(centre.openReasons()).containsExactly("no-mentor-found");
        assertThat(centre.episode().known().seats()).containsKey("s1");
    }
}
