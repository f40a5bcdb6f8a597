package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LosingALineTest {

    private final Centre centre = new Centre();
    private Instant first = Instant.EPOCH;

    @BeforeEach
    void secured_after_a_sudden_discharge() {
        centre.admittedWithLeave().discharged("completed");
        first = centre.now().plus(Duration.ofDays(3));
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", first);
        centre.kept(centre.request(Line.PEER_CONTACT), "m1");
        assertThat(centre.told("handoff-secured")).isOne();
    }

    @Test
    void a_seat_given_up_is_asked_for_again_and_secured_again() {
        var before = centre.request(Line.ALUMNI_SEAT);
        centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, "s1", "alumni", centre.now()));

        assertThat(centre.told("alumni-seat-requested")).isEqualTo(2);
        assertThat(centre.request(Line.ALUMNI_SEAT)).isNotEqualTo(before);
        centre.seated(before, "s2", first);
        assertThat(centre.line(Line.ALUMNI_SEAT).secured()).isFalse();

        centre.seated(centre.request(Line.ALUMNI_SEAT), "s3", first);
        assertThat(centre.told("handoff-secured")).isEqualTo(2);
    }

    @Test
    void the_ending_of_something_else_changes_nothing() {
        centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, "s0", "alumni", centre.now()));
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m0"));
        assertThat(centre.episode().handoff().allSecured()).isTrue();
    }

    @Test
    void a_mentor_who_leaves_is_covered_when_nobody_is_free() {
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m1"));
        assertThat(centre.openTasks()).isEmpty();
        centre.hears(new PeerEvent.MentorSearchWaitlisted(
                Centre.CENTRE, Centre.ADMISSION, null, centre.request(Line.PEER_CONTACT)));
        assertThat(centre.openReasons()).containsExactly("handoff-fell-back");

        centre.hears(new PeerEvent.MentorAssigned(
                Centre.CENTRE, Centre.ADMISSION, "m2", "mentor-2", centre.request(Line.PEER_CONTACT)));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void a_mentor_who_leaves_is_covered_by_the_grace_when_no_answer_comes_and_at_once_when_another_is_proposed() {
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m1"))
                .passes(Duration.ofMinutes(59));
        assertThat(centre.openTasks()).isEmpty();
        centre.passes(Duration.ofMinutes(1));
        assertThat(centre.openReasons()).containsExactly("handoff-fell-back");

        centre.kept(centre.request(Line.PEER_CONTACT), "m2")
                .hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m2"));
        assertThat(centre.openTasks()).isEmpty();
        centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, centre.request(Line.PEER_CONTACT)));
        assertThat(centre.openReasons()).containsExactly("handoff-fell-back");
        assertThat(centre.why(Line.PEER_CONTACT).why()).contains("a peer is proposed; both still have to accept");
    }

    @Test
    void a_mentor_kept_in_a_later_stay_is_lost_for_that_one_although_the_ending_names_the_first() {
        var later = Centre.PERSON + "-a2";
        centre.passes(Duration.ofDays(30))
                .hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, later, centre.now(), List.of()))
                .hears(new IntakeEvent.PatientDischarged(Centre.CENTRE, later, centre.now(), "completed"));
        var asked = centre.last("peer-continuity-requested").get("requestId").asString();
        centre.hears(new PeerEvent.MentorKept(Centre.CENTRE, later, asked, "m1", "mentor-1"));
        centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, Centre.ADMISSION, "m1"));

        var episode = centre.journey().episodes().get(later);
        assertThat(episode.known().matchId()).isNull();
        assertThat(episode.running().line(Line.PEER_CONTACT).secured()).isFalse();
        assertThat(centre.last("peer-continuity-requested").get("admissionId").asString())
                .isEqualTo(later);
        assertThat(centre.told("peer-continuity-requested")).isEqualTo(3);
    }

    @Test
    void a_seat_that_served_a_later_stay_and_is_given_up_is_lost_for_the_first_one_too() {
        var later = Centre.PERSON + "-a2";
        centre.passes(Duration.ofDays(30))
                .hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, later, centre.now(), List.of()))
                .hears(new IntakeEvent.DischargePlanned(Centre.CENTRE, later, null));
        var asked = centre.last("alumni-seat-requested").get("requestId").asString();
        centre.hears(new SeatEvent.SeatTaken(Centre.CENTRE, later, "s1", "alumni-1", "alumni", first, asked))
                .hears(new SeatEvent.SeatReleased(Centre.CENTRE, later, "s1", "alumni", centre.now()))
                .hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, later));

        assertThat(centre.episode().known().seats()).isEmpty();
        assertThat(centre.line(Line.ALUMNI_SEAT).secured()).isFalse();
        assertThat(centre.last("alumni-seat-requested").get("admissionId").asString())
                .isEqualTo(Centre.ADMISSION);
        centre.passes(Duration.ofHours(1));
        assertThat(centre.openReasons()).containsExactly("check-in-missed", "handoff-fell-back");
    }

    @Test
    void a_first_session_that_falls_out_moves_when_the_group_names_another() {
        var next = first.plus(Duration.ofDays(7));
        centre.hears(new SeatEvent.SessionMissedByGroup(Centre.CENTRE, Centre.ADMISSION, "s1", first, next));
        assertThat(centre.line(Line.ALUMNI_SEAT))
                .isInstanceOfSatisfying(
                        LineState.Secured.class, s -> assertThat(s.begins()).isEqualTo(next));

        centre.passes(Duration.ofDays(4));
        assertThat(centre.told()).doesNotContain("handoff-completed");
    }

    @Test
    void a_first_session_that_falls_out_for_good_is_asked_for_anew() {
        centre.hears(new SeatEvent.SessionMissedByGroup(Centre.CENTRE, Centre.ADMISSION, "s1", first, null));
        assertThat(centre.told()).endsWith("alumni-seat-request-withdrawn", "alumni-seat-requested");
    }

    @Test
    void a_later_session_that_falls_out_is_no_loss() {
        centre.hears(new SeatEvent.SessionMissedByGroup(
                Centre.CENTRE, Centre.ADMISSION, "s1", first.plus(Duration.ofDays(7)), null));
        assertThat(centre.line(Line.ALUMNI_SEAT).secured()).isTrue();
    }

    @Test
    void leave_taken_back_opens_two_lines_and_calls_off_what_was_planned() {
        centre.hears(new IntakeEvent.ConsentRevoked(
                new IntakeEvent.Consent("c2", "contact-after-discharge", 2, null, null)));

        assertThat(centre.line(Line.LEAVE_TO_CONTACT).secured()).isFalse();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isFalse();
        assertThat(centre.checkIns()).noneMatch(c -> c.ahead());
        assertThat(centre.openReasons()).containsExactly("handoff-fell-back");

        centre.passes(Duration.ofDays(2));
        assertThat(centre.told()).doesNotContain("check-in-due");
    }

    @Test
    void leave_that_expires_is_leave_no_more() {
        var expires = centre.now().plus(Duration.ofDays(2));
        centre.hears(new IntakeEvent.ConsentGranted(
                new IntakeEvent.Consent("c2", "contact-after-discharge", 2, Set.of("phone"), expires)));
        centre.passes(Duration.ofDays(2));
        assertThat(centre.line(Line.LEAVE_TO_CONTACT).secured()).isFalse();
    }

    @Test
    void an_older_copy_of_the_consent_never_overrides() {
        centre.hears(new IntakeEvent.ConsentRevoked(
                new IntakeEvent.Consent("c2", "contact-after-discharge", 2, null, null)));
        centre.hears(new IntakeEvent.ConsentGranted(Centre.leave(1)));
        assertThat(centre.line(Line.LEAVE_TO_CONTACT).secured()).isFalse();
    }
}
