package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.Test;

class NoticingAbsenceTest {

    private final Centre centre = new Centre();

    private int sessions;

    /** The next session, a day after the one before. */
    private void session(String phase, String outcome) {
        session(phase, ++sessions, outcome);
    }

    private void session(String phase, int day, String outcome) {
        var at = Centre.START.plus(Duration.ofDays(day));
        centre.hears(new SeatEvent.AttendanceRecorded(Centre.CENTRE, Centre.ADMISSION, phase, at, outcome));
    }

    @Test
    void an_absence_in_treatment_is_one_call_the_same_day_until_they_are_back() {
        centre.admitted();
        session("iop", "absent");
        session("iop", "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group");
        assertThat(centre.open(TaskReason.ABSENT_FROM_IOP_GROUP).due())
                .isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));

        session("iop", "present");
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("attended");
    }

    @Test
    void on_a_week_end_it_is_with_the_one_on_call() {
        centre.admitted().passesTo(Instant.parse("2026-03-07T16:00:00Z"));
        session("iop", "absent");
        assertThat(centre.openTasks().getFirst().assignee()).isEqualTo("on-call-1");
    }

    @Test
    void an_excuse_is_no_absence() {
        centre.admitted();
        session("iop", "excused");
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_presence_caught_up_late_ends_no_later_absence_and_an_absence_caught_up_late_no_later_presence() {
        centre.admitted();
        session("iop", 2, "absent");
        session("iop", 1, "present");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group");

        session("iop", 4, "present");
        session("iop", 3, "absent");
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told("outreach-task-raised")).isOne();
    }

    @Test
    void an_absence_that_is_excused_after_all_needs_no_call_and_the_last_word_on_a_session_counts() {
        centre.admitted();
        session("iop", 1, "present");
        session("iop", 2, "absent");
        session("iop", 2, "excused");
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("excused");
        assertThat(centre.episode().known().sessions("absent")).isZero();

        session("iop", 1, "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group");
        assertThat(centre.episode().known().sessions("present")).isZero();
        assertThat(centre.episode().known().sessions("absent")).isOne();
    }

    @Test
    void three_in_a_row_are_three_in_whatever_order_they_are_recorded_and_two_when_one_is_excused() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        session("alumni", 1, "absent");
        session("alumni", 3, "absent");
        session("iop", 4, "absent");
        assertThat(centre.openReasons()).doesNotContain("absent-from-alumni-group");
        session("alumni", 2, "absent");
        assertThat(centre.openReasons()).contains("absent-from-alumni-group");

        session("alumni", 3, "excused");
        assertThat(centre.openReasons()).doesNotContain("absent-from-alumni-group");
    }

    @Test
    void an_absence_before_the_discharge_that_is_told_after_it_is_a_call_too() {
        centre.admitted().passes(Duration.ofDays(2)).discharged("against-advice");
        session("iop", 1, "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group", "left-against-advice");
    }

    @Test
    void in_the_overlap_a_peer_group_of_treatment_still_minds_and_without_a_hand_off_none_does() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        session("iop", "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group");

        var other = new Centre();
        other.admitted().discharged("hospital");
        other.hears(new SeatEvent.AttendanceRecorded(
                Centre.CENTRE, Centre.ADMISSION, "iop", Centre.START.plus(Duration.ofDays(1)), "absent"));
        assertThat(other.openReasons()).containsExactly("paused-return-unknown");
    }

    @Test
    void an_absence_heard_before_the_admission_is_a_call_too() {
        session("iop", "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group");
    }

    @Test
    void who_has_a_seat_and_waits_for_another_lacks_none() {
        centre.admitted();
        seat("s1");
        waits("iop");
        waits("alumni");
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void who_waits_no_longer_is_nobodys_task_until_it_is_told_again_that_nothing_fits() {
        centre.admitted();
        waits("iop");
        assertThat(centre.openReasons()).containsExactly("no-seat-found");
        centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, "s1", "iop", centre.now()));
        assertThat(centre.openTasks()).isEmpty();

        waits("iop");
        assertThat(centre.openReasons()).containsExactly("no-seat-found");
    }

    @Test
    void what_staff_have_closed_does_not_come_back_because_of_a_search_for_something_else() {
        centre.admitted();
        nobodyFits();
        centre.closes(centre.open(TaskReason.NO_MENTOR_FOUND), "resolved");
        waits("iop");
        assertThat(centre.openReasons()).containsExactly("no-seat-found");

        centre.closes(centre.open(TaskReason.NO_SEAT_FOUND), "resolved");
        nobodyFits();
        assertThat(centre.openReasons()).containsExactly("no-mentor-found");
    }

    private void nobodyFits() {
        centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, null));
    }

    private void seat(String seatId) {
        centre.hears(
                new SeatEvent.SeatTaken(Centre.CENTRE, Centre.ADMISSION, seatId, "iop-1", "iop", centre.now(), null));
    }

    private void waits(String phase) {
        centre.hears(new SeatEvent.SeatWaitlisted(Centre.CENTRE, Centre.ADMISSION, phase, null, null, null));
    }

    @Test
    void alumni_are_asked_after_only_when_they_miss_three_in_a_row() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        session("alumni", "absent");
        session("alumni", "absent");
        assertThat(centre.openTasks()).isEmpty();
        session("alumni", "absent");
        assertThat(centre.openReasons()).containsExactly("absent-from-alumni-group");
    }

    @Test
    void alumni_who_are_back_in_treatment_are_not_asked_after_for_the_stay_before() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, Centre.PERSON + "-a2", centre.now(), List.of()));
        for (int day = 1; day <= 3; day++) {
            session("alumni", day, "absent");
        }
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void what_nobody_takes_within_a_working_day_goes_to_the_backup_once() {
        centre.admitted();
        session("iop", "absent");
        var owner = centre.openTasks().getFirst();
        centre.passes(Duration.ofDays(5));

        assertThat(centre.told("outreach-task-escalated")).isOne();
        assertThat(centre.openTasks().getFirst().assignee()).isEqualTo(owner.backup());
    }

    @Test
    void an_attempt_takes_it() {
        centre.admitted();
        session("iop", "absent");
        centre.attempts(centre.openTasks().getFirst(), "no-answer");
        centre.passes(Duration.ofDays(5));
        assertThat(centre.told()).doesNotContain("outreach-task-escalated");
        assertThat(centre.openTasks().getFirst().attempts()).hasSize(1);
    }

    @Test
    void an_unknown_outcome_or_colleague_is_refused_by_name() {
        centre.admitted();
        session("iop", "absent");
        assertThatThrownBy(() -> centre.closes(centre.openTasks().getFirst(), "whatever"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("outcome"));
    }

    @Test
    void nobody_found_is_a_task_until_somebody_is() {
        centre.admitted();
        nobodyFits();
        nobodyFits();
        waits("iop");
        assertThat(centre.openReasons()).containsExactly("no-mentor-found", "no-seat-found");
        assertThat(centre.open(TaskReason.NO_MENTOR_FOUND).assignee()).isEqualTo("supervisor-1");

        centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, null));
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("proposed");
        centre.hears(
                new SeatEvent.SeatTaken(Centre.CENTRE, Centre.ADMISSION, "s1", "iop-1", "iop", centre.now(), null));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void nobody_found_for_a_planned_hand_off_is_a_task_too_for_somebody_in_treatment_who_has_no_mentor() {
        centre.admittedWithLeave().planned(null);
        var asked = centre.request(Line.PEER_CONTACT);
        var nobody = new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, asked);
        centre.hears(nobody);
        assertThat(centre.openReasons()).containsExactly("no-mentor-found");

        centre.hears(new PeerEvent.MentorAssigned(Centre.CENTRE, Centre.ADMISSION, "m1", "mentor-1", null));
        centre.hears(nobody);
        assertThat(centre.openTasks()).as("who has one still does").isEmpty();
    }

    @Test
    void a_peer_gone_quiet_is_a_task_until_there_is_contact() {
        centre.admitted().hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.openReasons()).containsExactly("no-peer-contact");
        centre.hears(new PeerEvent.PeerContactLogged(Centre.CENTRE, Centre.ADMISSION, centre.now(), false));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_peer_gone_quiet_is_nobodys_task_any_more_when_the_match_ends_or_a_death_has_ended_it() {
        centre.admitted().hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m1"));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("match-ended");

        centre.hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m2"));
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.openTasks()).isEmpty();
    }
}
