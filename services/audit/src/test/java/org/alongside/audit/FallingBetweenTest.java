package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.BEN;
import static org.alongside.audit.finding.Count.FELL_BETWEEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.alongside.audit.finding.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallingBetweenTest {

    private static final String LEAVE = "'consent':{'consentId':'c1','kind':'contact-after-discharge','version':1}";

    @Test
    void who_is_discharged_with_nothing_at_all_has_fallen_between() {
        assertFell(discharged());
    }

    @Test
    void a_hand_off_that_is_only_begun_catches_nobody() {
        assertFell(discharged().handOff(ANN, "handoff-started"));
    }

    @Test
    void a_task_that_nobody_owns_catches_nobody() {
        assertFell(discharged().handOff(ANN, "handoff-started").task(ANN, ""));
    }

    @Test
    void a_task_that_is_closed_before_the_lines_are_secured_catches_nobody() {
        assertFell(discharged()
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .closed(ANN, "could-not-reach"));
    }

    @Test
    void a_line_that_fell_back_without_a_task_catches_nobody() {
        assertFell(discharged()
                .handOff(ANN, "handoff-started")
                .handOff(ANN, "handoff-secured")
                .handOff(ANN, "handoff-at-risk"));
    }

    @Test
    void a_secured_hand_off_holds() {
        assertHeld(secured());
    }

    @Test
    void of_stays_that_overlapped_the_one_that_ended_last_is_handed_off_though_the_other_is_told_later() {
        var other = "'admissionId':'%s-a2'".formatted(ANN);
        var endedBefore = ",'disposition':'completed','dischargedAt':'2020-01-01T10:00:00Z'";
        assertHeld(secured()
                .tell("intake", ANN, "patient-admitted", other)
                .tell("intake", ANN, "patient-discharged", other + endedBefore));
    }

    @Test
    void a_secured_hand_off_whose_alumni_seat_was_given_up_catches_nobody() {
        assertFell(secured().left(ANN, 1, "alumni"));
    }

    @Test
    void a_secured_hand_off_whose_peer_is_gone_catches_nobody() {
        assertFell(secured().ended(ANN, 1, "mia"));
    }

    @Test
    void a_secured_hand_off_whose_leave_was_taken_back_catches_nobody() {
        assertFell(secured().tell("intake", ANN, "consent-revoked", LEAVE));
    }

    @Test
    void a_line_that_fell_back_and_has_a_task_holds() {
        assertHeld(secured().left(ANN, 1, "alumni").task(ANN, "staff-1"));
    }

    @Test
    void a_treatment_seat_ended_without_a_task_is_a_fall() {
        assertFell(secured().tell("groups", ANN, "seat-released", iop("overlap-ended")));
    }

    @Test
    void a_treatment_seat_ended_after_the_hand_off_was_secured_is_none() {
        assertHeld(secured().tell("groups", ANN, "seat-released", iop("handoff-secured")));
    }

    @Test
    void a_treatment_seat_ended_because_of_the_discharge_is_a_fall_even_when_all_is_secured() {
        assertFell(secured().tell("groups", ANN, "seat-released", iop("discharged")));
    }

    @Test
    void a_treatment_seat_that_the_person_gave_up_is_none() {
        assertHeld(secured().tell("groups", ANN, "seat-released", iop("left")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"place-lost", "group-gone", "no-session-ahead", "kept-apart", "clashes-with-seat", "audience"})
    void a_treatment_seat_that_the_machine_takes_back_after_the_discharge_is_a_fall(String reason) {
        assertFell(new Tale()
                .admitted(ANN)
                .tell("groups", ANN, "seat-reserved", iop(""))
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .tell("groups", ANN, "seat-released", iop(reason))
                .later(Duration.ofHours(1))
                .task(ANN, "staff-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"place-lost", "group-gone", "no-session-ahead", "kept-apart", "clashes-with-seat", "audience"})
    void a_treatment_seat_that_the_machine_takes_back_is_none_in_treatment_or_once_all_is_secured(String reason) {
        assertHeld(new Tale()
                .admitted(ANN)
                .tell("groups", ANN, "seat-reserved", iop(""))
                .tell("groups", ANN, "seat-released", iop(reason)));
        assertHeld(secured().tell("groups", ANN, "seat-released", iop(reason)));
    }

    @Test
    void a_wait_for_a_treatment_seat_that_ends_with_the_discharge_is_none() {
        assertHeld(secured()
                .tell("groups", ANN, "seat-waitlisted", iop("").replace("-s9", "-s8"))
                .tell("groups", ANN, "seat-released", iop("discharged").replace("-s9", "-s8")));
    }

    @Test
    void a_treatment_seat_ended_for_a_task_about_something_else_is_a_fall() {
        assertFell(absence(secured()).tell("groups", ANN, "seat-released", iop("overlap-ended")));
    }

    @Test
    void an_open_task_about_something_else_catches_nobody() {
        assertFell(absence(discharged()));
    }

    private static Tale absence(Tale tale) {
        return tale.tell(
                "continuum",
                ANN,
                "outreach-task-raised",
                "'admissionId':'%s-a1','taskId':'%s-t7','reason':'absent-from-iop-group','assignee':'staff-1'"
                        .formatted(ANN, ANN));
    }

    @Test
    void an_open_task_with_an_assignee_holds() {
        assertHeld(discharged().handOff(ANN, "handoff-started").task(ANN, "staff-1"));
    }

    @Test
    void who_declined_is_left_alone() {
        assertHeld(discharged().task(ANN, "staff-1").closed(ANN, "declined"));
    }

    @Test
    void who_is_back_in_treatment_needs_nothing() {
        assertHeld(new Tale()
                .admitted(ANN)
                .discharged(ANN)
                .tell("intake", ANN, "discharge-cancelled", "'admissionId':'" + ANN + "-a1'"));
    }

    @Test
    void who_has_died_is_not_looked_for() {
        assertHeld(discharged().tell("intake", ANN, "patient-deceased", ""));
    }

    @Test
    void whose_death_was_withdrawn_is_looked_for_again() {
        assertFell(discharged()
                .tell("intake", ANN, "patient-deceased", "")
                .tell("intake", ANN, "patient-deceased-withdrawn", ""));
    }

    @Test
    void a_discharge_of_this_moment_is_noted_only() {
        var findings = discharged().audited();
        assertThat(findings.number(FELL_BETWEEN)).isZero();
        assertThat(findings.notes()).containsEntry("discharges not yet covered, within 6 hours", 1L);
    }

    private static Tale secured() {
        return new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "consent-granted", LEAVE)
                .tell("groups", ANN, "seat-reserved", iop(""))
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia")
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .tell(
                        "groups",
                        ANN,
                        "seat-reserved",
                        "'seatId':'%s-s1','groupId':'alumni','phase':'alumni'".formatted(ANN))
                .handOff(ANN, "handoff-secured");
    }

    private static String iop(String reason) {
        return "'seatId':'%s-s9','groupId':'iop','phase':'iop','admissionId':'%s-a1','reason':'%s'"
                .formatted(ANN, ANN, reason);
    }

    private static Tale discharged() {
        return new Tale().admitted(ANN).discharged(ANN);
    }

    private static Tale muchLater(Tale tale) {
        return tale.later(Duration.ofDays(2)).admitted(BEN);
    }

    private static void assertFell(Tale tale) {
        assertThat(muchLater(tale).audited().faults(FELL_BETWEEN))
                .extracting(Fault::about)
                .containsExactly(ANN);
    }

    private static void assertHeld(Tale tale) {
        assertThat(muchLater(tale).audited().faults()).isEmpty();
    }
}
