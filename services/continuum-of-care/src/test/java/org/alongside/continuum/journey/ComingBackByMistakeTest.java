package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has left is admitted again, which lets the follow-up rest until that admission is cancelled. */
class ComingBackByMistakeTest {

    private static final String SECOND = Centre.PERSON + "-a2";

    private final Centre centre = new Centre();

    @BeforeEach
    void has_left() {
        centre.admittedWithLeave().discharged("completed");
    }

    @Test
    void what_the_person_had_said_or_missed_is_a_task_again_once_each_time() {
        secured();
        centre.passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.STRUGGLING);
        centre.passes(Duration.ofDays(8));
        absentFromAlumni(3);
        noPeerContact();
        var before = List.of("absent-from-alumni-group", "check-in-missed", "no-peer-contact", "struggling-answer");
        assertThat(centre.openReasons()).isEqualTo(before);

        for (int again = 0; again < 2; again++) {
            comesBack();
            assertThat(centre.openTasks()).isEmpty();
            didNot();
            assertThat(centre.openReasons()).isEqualTo(before);
        }
    }

    @Test
    void what_has_gone_away_while_the_follow_up_rested_stays_away() {
        secured();
        centre.passes(Duration.ofDays(9));
        absentFromAlumni(3);
        noPeerContact();
        comesBack();
        centre.answers(centre.checkIns().getLast(), Doing.WELL);
        attendance(centre.now(), "present");
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, Centre.PERSON + "-m1"));
        didNot();
        centre.kept(centre.request(Line.PEER_CONTACT), "m2");

        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void of_a_stay_that_is_back_in_treatment_or_did_not_happen_either_nothing_comes_back() {
        secured();
        centre.passes(Duration.ofDays(9));
        comesBack();
        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION));
        didNot();
        assertThat(centre.openTasks()).isEmpty();

        var other = new Centre();
        other.admittedWithLeave().discharged("completed");
        other.neighboursAnswer().passes(Duration.ofDays(9));
        assertThat(other.openReasons()).containsExactly("check-in-missed");
        other.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, other.now(), List.of()));
        other.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        other.discharged("completed");
        other.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, SECOND));
        assertThat(other.openReasons()).isEmpty();
    }

    @Test
    void a_late_first_session_is_bridged_again_only_while_it_is_ahead() {
        var first = centre.now().plus(Duration.ofDays(12));
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", first).kept(centre.request(Line.PEER_CONTACT), "m1");
        centre.passes(Duration.ofHours(1));
        assertThat(centre.openReasons()).containsExactly("first-session-late");
        comesBack();
        didNot();
        assertThat(centre.openReasons()).containsExactly("first-session-late");

        comesBack();
        centre.passes(Duration.ofDays(13));
        didNot();
        assertThat(centre.openTasks()).noneMatch(task -> task.reason() == TaskReason.FIRST_SESSION_LATE);
    }

    @Test
    void a_late_first_session_that_moves_while_the_follow_up_rests_is_as_late_afterwards() {
        var first = centre.now().plus(Duration.ofDays(12));
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", first).kept(centre.request(Line.PEER_CONTACT), "m1");
        centre.passes(Duration.ofHours(1));
        comesBack();
        centre.hears(new SeatEvent.SessionMissedByGroup(
                Centre.CENTRE, Centre.ADMISSION, "s1", first, first.plus(Duration.ofDays(7))));
        didNot();
        assertThat(centre.openReasons()).containsExactly("first-session-late");
    }

    @Test
    void a_check_in_that_is_called_off_secures_nothing_until_another_is_planned() {
        secured();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isTrue();
        var secured = centre.told("handoff-secured");
        comesBack();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isFalse();
        assertThat(centre.line(Line.ALUMNI_SEAT).secured()).isTrue();

        didNot();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isTrue();
        assertThat(centre.told("handoff-secured")).isEqualTo(secured);
        centre.passes(Duration.ofDays(2));
        assertThat(centre.told("check-in-due")).isOne();
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_first_check_in_that_was_asked_still_holds() {
        secured();
        centre.passes(Duration.ofDays(1));
        centre.answers(centre.checkIns().getFirst(), Doing.WELL);
        comesBack();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isTrue();
    }

    @Test
    void a_hand_off_at_rest_lacks_nothing_and_is_not_counted() {
        assertThat(why()).hasSize(4);
        assertThat(counted().openNow()).isOne();
        comesBack();
        assertThat(why()).isEmpty();
        assertThat(counted().openNow()).isZero();

        didNot();
        secured();
        assertThat(why()).hasSize(4);
        assertThat(counted().securedNow()).isOne();
        comesBack();
        assertThat(counted().securedNow()).isZero();
        assertThat(counted().openNow()).isZero();
    }

    private void secured() {
        centre.neighboursAnswer();
        assertThat(centre.openTasks()).isEmpty();
    }

    private void comesBack() {
        centre.passes(Duration.ofMinutes(1));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));
    }

    private void didNot() {
        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, SECOND));
    }

    private void absentFromAlumni(int times) {
        for (int session = 0; session < times; session++) {
            attendance(centre.now().minus(Duration.ofHours(session + 1)), "absent");
        }
    }

    private void attendance(Instant at, String outcome) {
        centre.hears(new SeatEvent.AttendanceRecorded(Centre.CENTRE, Centre.ADMISSION, "alumni", at, outcome));
    }

    private void noPeerContact() {
        centre.hears(new PeerEvent.PeerContactOverdue(Centre.CENTRE, Centre.ADMISSION));
    }

    private List<WhyView.LineWhy> why() {
        return WhyView.of(Centre.PERSON, centre.journey(), centre.now(), Centre.ROSTER)
                .lines();
    }

    private Summary.Handoffs counted() {
        return Summary.of(Stream.of(centre.journey()), Centre.ROSTER).handoffs();
    }
}
