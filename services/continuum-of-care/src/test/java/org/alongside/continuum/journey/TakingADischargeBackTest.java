package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TakingADischargeBackTest {

    private static final String SECOND = Centre.PERSON + "-a2";

    private final Centre centre = new Centre();

    @Test
    void a_plan_taken_back_withdraws_what_was_asked_for() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(2)))
                .neighboursAnswer();
        centre.hears(new IntakeEvent.DischargePlanCancelled(Centre.CENTRE, Centre.ADMISSION));

        assertThat(centre.told()).endsWith("alumni-seat-request-withdrawn", "peer-continuity-request-withdrawn");
        assertThat(centre.episode().handoff()).isNull();
        var told = centre.told().size();
        centre.passes(Duration.ofDays(30));
        assertThat(centre.told()).hasSize(told);
    }

    @Test
    void a_discharge_taken_back_withdraws_and_returns_to_the_plan_there_was() {
        centre.admitted().discharged("completed").passes(Duration.ofDays(1));
        centre.hears(new IntakeEvent.DischargeCancelled(
                Centre.CENTRE, Centre.ADMISSION, centre.now().plus(Duration.ofDays(9))));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told("alumni-seat-request-withdrawn")).isOne();
        assertThat(centre.told("handoff-started")).isEqualTo(2);
        assertThat(centre.episode().handoff().kind()).isEqualTo(Handoff.Kind.PLANNED);
        assertThat(centre.episode().phase().treated()).isTrue();
    }

    @Test
    void who_declined_the_plan_before_the_discharge_is_not_asked_again_because_it_is_taken_back() {
        declined();
        centre.discharged("completed");
        var told = centre.told().size();
        centre.hears(new IntakeEvent.DischargeCancelled(
                Centre.CENTRE, Centre.ADMISSION, centre.now().plus(Duration.ofDays(9))));
        assertThat(centre.journey().standing()).isEqualTo("leaving");
        centre.passes(Duration.ofDays(9)).discharged("completed").passes(Duration.ofDays(9));

        assertThat(centre.told()).hasSize(told);
        assertThat(centre.journey().standing()).isEqualTo("declined");
    }

    @Test
    void who_declined_after_the_discharge_or_a_plan_that_is_gone_too_is_asked_when_they_leave_again() {
        centre.admitted().discharged("completed");
        centre.closes(centre.open(TaskReason.SUDDEN_DISCHARGE), "declined");
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        centre.planned(centre.now().plus(Duration.ofDays(1)));
        assertThat(centre.told("handoff-started")).isEqualTo(2);

        centre.passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");
        centre.discharged("completed");
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        centre.discharged("completed");
        assertThat(centre.told("handoff-started")).isEqualTo(3);
    }

    static List<IntakeEvent> what_ends_a_plan() {
        return List.of(
                new IntakeEvent.DischargePlanCancelled(Centre.CENTRE, Centre.ADMISSION),
                new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION),
                new IntakeEvent.PatientDischarged(Centre.CENTRE, Centre.ADMISSION, Centre.START, "against-advice"));
    }

    @ParameterizedTest
    @MethodSource("what_ends_a_plan")
    void what_was_withdrawn_when_the_person_declined_is_not_withdrawn_again_with_the_plan(IntakeEvent end) {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(1)));
        centre.kept(centre.request(Line.PEER_CONTACT), "m1").passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");
        assertThat(centre.told("peer-continuity-request-withdrawn")).isOne();

        centre.hears(end);
        assertThat(centre.told("peer-continuity-request-withdrawn")).isOne();
    }

    @Test
    void a_death_told_by_mistake_is_withdrawn_and_treatment_goes_on() {
        centre.admittedWithLeave().discharged("died");
        centre.hears(new IntakeEvent.PatientDeceased());
        var told = centre.told().size();
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        assertThat(centre.told()).as("nothing is begun about the dead").hasSize(told);
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());

        assertThat(centre.journey().standing()).isEqualTo("in-treatment");
        centre.discharged("completed");
        assertThat(centre.told("handoff-started")).isOne();
    }

    @Test
    void an_alumna_who_was_told_dead_by_mistake_is_followed_again() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        centre.hears(new IntakeEvent.PatientDeceased());
        assertThat(centre.journey().standing()).isEqualTo("ended");
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());

        assertThat(centre.told("handoff-started")).isEqualTo(2);
        assertThat(centre.journey().standing()).isEqualTo("hand-off");
    }

    @Test
    void a_plan_holds_again_when_the_death_was_an_error_with_its_day_or_without() {
        var day = centre.now().plus(Duration.ofDays(9));
        centre.admittedWithLeave().planned(day).discharged("died");
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, day));
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.journey().standing()).isEqualTo("leaving");
        assertThat(centre.episode().handoff().plannedFor()).isEqualTo(day);

        centre.discharged("died");
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        centre.planned(null).hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.journey().standing()).isEqualTo("leaving");
        assertThat(centre.episode().handoff().plannedFor()).isNull();
    }

    @Test
    void a_plan_outlasts_a_death_that_was_told_without_a_discharge_unless_it_was_taken_back_meanwhile() {
        var day = centre.now().plus(Duration.ofDays(9));
        centre.admittedWithLeave().planned(day);
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.episode().handoff().plannedFor()).isEqualTo(day);

        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.DischargePlanCancelled(Centre.CENTRE, Centre.ADMISSION));
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");
    }

    @Test
    void what_somebody_said_before_a_death_that_was_an_error_is_a_task_again_once_each_time() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.STRUGGLING);
        centre.answers(centre.checkIns().getFirst(), Doing.NOT_SAFE);
        for (int again = 0; again < 2; again++) {
            centre.hears(new IntakeEvent.PatientDeceased());
            assertThat(centre.openTasks()).isEmpty();
            centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
            assertThat(centre.openReasons()).containsExactly("risk-answer", "struggling-answer");
        }
    }

    @Test
    void of_a_stay_that_did_not_happen_an_error_about_a_death_brings_back_only_what_a_human_closes() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer().passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.NOT_SAFE);
        centre.hears(new SeatEvent.AttendanceRecorded(
                Centre.CENTRE, Centre.ADMISSION, "iop", centre.now().minus(Duration.ofDays(2)), "absent"));
        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group", "risk-answer");

        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION));
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.openReasons()).containsExactly("risk-answer");
    }

    @Test
    void who_wanted_no_hand_off_is_not_asked_again_because_a_death_was_told_by_mistake() {
        declined();
        var told = centre.told().size();
        centre.discharged("died").hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, centre.now()));
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        centre.discharged("completed").passes(Duration.ofDays(30));

        assertThat(centre.told()).hasSize(told);
        assertThat(centre.journey().standing()).isEqualTo("declined");
    }

    @Test
    void who_wanted_no_hand_off_and_left_meanwhile_is_called_only_where_the_way_of_leaving_asks_for_it() {
        declined();
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.discharged("died").discharged("completed").hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.journey().standing()).isEqualTo("declined");

        centre.hears(new IntakeEvent.PatientDeceased());
        centre.discharged("against-advice").hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
    }

    private void declined() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(1)))
                .passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void what_the_neighbours_tell_of_the_dead_is_known_when_the_death_was_an_error() {
        centre.admitted()
                .hears(new PeerEvent.MentorAssigned(Centre.CENTRE, Centre.ADMISSION, "m1", "mentor-1", null))
                .hears(new SeatEvent.SeatTaken(
                        Centre.CENTRE, Centre.ADMISSION, "s1", "iop-1", "iop", centre.now(), null));
        centre.hears(new IntakeEvent.PatientDeceased());
        var told = centre.told().size();
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m1"))
                .hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, "s1", "iop", centre.now()))
                .hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, null))
                .hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.told()).hasSize(told);

        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.openReasons()).containsExactly("no-mentor-found");
        assertThat(centre.episode().known().mentorId()).isNull();
        assertThat(centre.episode().known().seats()).isEmpty();
    }

    @Test
    void a_search_that_found_nobody_and_was_heard_before_the_discharge_was_taken_back_is_a_task() {
        centre.admitted().discharged("hospital");
        centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, null));
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        assertThat(centre.openReasons()).containsExactly("no-mentor-found");
    }

    @Test
    void whoever_returns_within_the_gap_is_back_in_treatment() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        centre.hears(new IntakeEvent.AdmissionResumed(Centre.CENTRE, Centre.ADMISSION, centre.now()));
        assertThat(centre.told("peer-continuity-request-withdrawn")).isOne();
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");
    }

    @Test
    void a_cancelled_admission_ends_the_episode() {
        centre.admitted().discharged("completed").passes(Duration.ofDays(3));
        assertThat(centre.openTasks()).isNotEmpty();
        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.journey().standing()).isEqualTo("cancelled");
    }

    @Test
    void a_new_admission_pauses_the_follow_up_and_its_cancellation_goes_on_with_it() {
        centre.admittedWithLeave().discharged("completed");
        centre.kept(centre.request(Line.PEER_CONTACT), "m1").passes(Duration.ofDays(20));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told("alumni-seat-request-withdrawn")).isOne();
        assertThat(centre.told("peer-continuity-request-withdrawn")).isZero();
        var told = centre.told().size();
        centre.passes(Duration.ofDays(10));
        assertThat(centre.told()).hasSize(told);

        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, SECOND));
        assertThat(centre.told()).endsWith("alumni-seat-requested");
        centre.passes(Duration.ofHours(1));
        assertThat(centre.openReasons()).containsExactly("check-in-missed", "sudden-discharge");
    }

    @Test
    void a_stay_that_rests_is_handed_off_only_when_the_later_one_did_not_happen_even_after_a_death_that_was_an_error() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(20));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));
        centre.hears(new IntakeEvent.PatientDeceased());
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
        assertThat(centre.told("handoff-started")).isOne();

        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, SECOND));
        assertThat(centre.told("handoff-started")).isEqualTo(2);
        centre.passes(Duration.ofHours(1));
        assertThat(centre.openReasons())
                .containsExactly("alumni-seat-overdue", "check-in-missed", "peer-contact-overdue");
    }

    @Test
    void a_programme_that_ended_before_this_one_does_not_take_over() {
        centre.admittedWithLeave().passes(Duration.ofDays(9));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));
        centre.passes(Duration.ofDays(20));
        centre.hears(new IntakeEvent.PatientDischarged(Centre.CENTRE, SECOND, centre.now(), "died"));
        centre.passes(Duration.ofDays(20)).discharged("against-advice");

        assertThat(centre.episode().paused()).isFalse();
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
    }

    @Test
    void after_a_death_nothing_is_told_any_more() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(2));
        centre.hears(new IntakeEvent.PatientDeceased());
        assertThat(centre.openTasks()).isEmpty();
        var told = centre.told().size();

        centre.seated("any", "s1", centre.now())
                .discharged("completed")
                .admitted()
                .passes(Duration.ofDays(60));
        assertThat(centre.told()).hasSize(told);
    }
}
