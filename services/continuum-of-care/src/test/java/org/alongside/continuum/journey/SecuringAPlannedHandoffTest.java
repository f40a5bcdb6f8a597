package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.Test;

class SecuringAPlannedHandoffTest {

    private final Centre centre = new Centre();

    @Test
    void asks_for_a_seat_and_a_peer_as_soon_as_the_date_is_known() {
        var day = centre.now().plus(Duration.ofDays(10));
        centre.admittedWithLeave().planned(day);

        assertThat(centre.told())
                .containsExactly("handoff-started", "alumni-seat-requested", "peer-continuity-requested");
        assertThat(centre.last("alumni-seat-requested").get("by").asString()).isEqualTo("2026-03-13T04:00:00Z");
        assertThat(centre.last("handoff-started").get("kind").asString()).isEqualTo("planned");
        assertThat(centre.last("handoff-started").get("lines")).hasSize(4);
        assertThat(centre.line(Line.LEAVE_TO_CONTACT).secured()).isTrue();
        assertThat(centre.line(Line.FIRST_CHECK_IN).secured()).isTrue();
    }

    @Test
    void is_secured_once_and_needs_no_task_at_all() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(10)));
        centre.neighboursAnswer();
        centre.passes(Duration.ofDays(10)).discharged("completed").passes(Duration.ofHours(20));

        assertThat(centre.told("handoff-secured")).isOne();
        assertThat(centre.told("outreach-task-raised")).isZero();
        assertThat(centre.told("handoff-completed")).isOne();
    }

    @Test
    void is_no_longer_secured_by_a_mentor_who_does_not_go_on_after_the_discharge_any_more() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(10)));
        centre.neighboursAnswer();
        var answered = centre.request(Line.PEER_CONTACT);
        assertThat(centre.line(Line.PEER_CONTACT).secured()).isTrue();

        centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, List.of(), answered));
        assertThat(centre.line(Line.PEER_CONTACT).secured()).isFalse();
        assertThat(centre.request(Line.PEER_CONTACT)).isNotEqualTo(answered);

        centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, Centre.ADMISSION, answered));
        assertThat(centre.line(Line.PEER_CONTACT).hindrance()).isNull();
        centre.kept(centre.request(Line.PEER_CONTACT), "m2");
        assertThat(centre.line(Line.PEER_CONTACT).secured()).isTrue();
    }

    @Test
    void completes_only_when_the_first_alumni_session_has_taken_place() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(1)));
        centre.neighboursAnswer().passes(Duration.ofDays(1)).discharged("completed");

        assertThat(centre.told()).doesNotContain("handoff-completed");
        centre.passes(Duration.ofDays(2).plusHours(1));
        assertThat(centre.told("handoff-completed")).isOne();
    }

    @Test
    void a_line_past_the_day_is_at_risk_and_a_task_until_it_is_secured() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(2)));
        centre.kept(centre.request(Line.PEER_CONTACT), "m1").passes(Duration.ofDays(3));

        assertThat(centre.told("handoff-at-risk")).isOne();
        assertThat(centre.openReasons()).containsExactly("alumni-seat-overdue");
        assertThat(centre.last("outreach-task-raised").get("line").asString()).isEqualTo("alumni-seat");

        centre.seated(centre.request(Line.ALUMNI_SEAT), "s1", centre.now().plus(Duration.ofDays(1)));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.last("outreach-task-closed").get("outcome").asString())
                .isEqualTo("secured");
        assertThat(centre.told("handoff-secured")).isOne();
    }

    @Test
    void a_day_planned_without_a_time_lasts_until_it_ends_at_the_centre() {
        centre.admittedWithLeave().planned(Instant.parse("2026-03-05T05:00:00Z"));
        centre.passesTo(Instant.parse("2026-03-06T04:59:00Z"));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told()).doesNotContain("handoff-at-risk");

        centre.passes(Duration.ofMinutes(1));
        assertThat(centre.openReasons()).containsExactly("alumni-seat-overdue", "peer-contact-overdue");
    }

    @Test
    void without_a_date_nothing_is_late_until_the_date_is_known() {
        centre.admitted().hears(new IntakeEvent.DischargePlanned(Centre.CENTRE, Centre.ADMISSION, null));
        centre.passes(Duration.ofDays(30));
        assertThat(centre.openTasks()).isEmpty();

        centre.planned(centre.now().plus(Duration.ofDays(1))).passes(Duration.ofDays(2));
        assertThat(centre.openReasons())
                .containsExactly(
                        "alumni-seat-overdue",
                        "first-check-in-overdue",
                        "leave-to-contact-overdue",
                        "peer-contact-overdue");
    }

    @Test
    void who_declines_it_in_treatment_is_still_looked_after_there() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(1)));
        centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, null));
        centre.hears(new SeatEvent.AttendanceRecorded(Centre.CENTRE, Centre.ADMISSION, "iop", centre.now(), "absent"));
        centre.passes(Duration.ofDays(3));
        centre.closes(centre.open(TaskReason.ALUMNI_SEAT_OVERDUE), "declined");

        assertThat(centre.openReasons()).containsExactly("absent-from-iop-group", "no-mentor-found");
    }

    @Test
    void a_later_date_puts_late_lines_back_in_time() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(1)))
                .passes(Duration.ofDays(2));
        assertThat(centre.openTasks()).hasSize(2);

        centre.planned(centre.now().plus(Duration.ofDays(5)));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.line(Line.ALUMNI_SEAT)).isInstanceOf(LineState.Open.class);
    }

    @Test
    void the_first_check_in_that_is_shown_is_the_one_that_will_be_asked_whatever_day_the_person_leaves() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(10)));
        firstCheckInBegins("2026-03-13T15:00:00Z");
        centre.passes(Duration.ofDays(1)).planned(centre.now().plus(Duration.ofDays(16)));
        firstCheckInBegins("2026-03-20T15:00:00Z");
        centre.discharged("completed");
        firstCheckInBegins("2026-03-04T15:00:00Z");
    }

    private void firstCheckInBegins(String at) {
        assertThat(centre.line(Line.FIRST_CHECK_IN))
                .isInstanceOfSatisfying(
                        LineState.Secured.class,
                        line -> assertThat(line.begins()).isEqualTo(at));
    }

    @Test
    void open_lines_at_the_discharge_are_somebodys_when_nothing_more_will_come() {
        centre.admittedWithLeave().planned(centre.now().plus(Duration.ofDays(5)));
        centre.kept(centre.request(Line.PEER_CONTACT), "m1").waitlistedForSeat(centre.request(Line.ALUMNI_SEAT));
        assertThat(centre.openTasks()).isEmpty();

        centre.discharged("completed");
        assertThat(centre.openReasons()).containsExactly("discharged-with-open-lines");
        assertThat(centre.last("outreach-task-raised").get("assignee").asString())
                .startsWith("coordinator-");
    }
}
