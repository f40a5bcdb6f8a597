package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.finding.Count.DOUBLED;
import static org.alongside.audit.finding.Count.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.audit.world.Fact;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LosingTest {

    @Test
    void a_number_that_was_given_and_is_nowhere_is_lost() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "discharge-planned", admission())
                .discharged(ANN);
        tale.facts.removeIf(fact -> fact.is("discharge-planned"));
        assertLost(tale, "event-told");
    }

    @Test
    void the_last_number_is_missed_too() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "level-of-care-changed", admission());
        tale.facts.removeLast();
        assertLost(tale, "event-told");
    }

    @Test
    void what_is_still_in_the_outbox_is_not_lost() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "level-of-care-changed", admission());
        tale.document("intake", ANN).putObject("outbox").putObject("2");
        tale.facts.removeLast();
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_document_that_forgot_what_it_told_is_lost() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "level-of-care-changed", admission());
        tale.document("intake", ANN).put("seq", 1L);
        assertLost(tale, "document-kept");
    }

    @Test
    void a_receipt_below_the_last_applied_record_is_a_lost_fact() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", "'consent':{'consentId':'c'}");
        ((ObjectNode) tale.document("mentorship", ANN).path("receipts")).put("intake", 1L);
        assertLost(tale, "fact-applied");
    }

    @Test
    void a_receipt_that_stops_at_records_nobody_applies_is_whole() {
        var tale = new Tale().admitted(ANN).tell("mentorship", ANN, "mentor-search-waitlisted", "");
        ((ObjectNode) tale.document("groups", ANN).path("receipts")).put("mentorship", 0L);
        assertThat(tale.audited().number(LOST)).isZero();
    }

    @Test
    void an_acknowledged_admission_that_is_not_told_is_lost() {
        var tale = new Tale().admitted(Tale.BEN).adt("A04", ANN, "visit-1");
        assertLost(tale, "admission-told");
    }

    @Test
    void an_acknowledged_discharge_that_is_not_told_is_lost() {
        var tale = new Tale().admitted(ANN).adt("A04", ANN, "visit-1").adt("A03", ANN, "visit-1");
        assertLost(tale, "standing");
    }

    @Test
    void a_message_of_a_visit_that_nobody_knows_is_lost() {
        assertLost(new Tale().admitted(ANN).adt("A04", null, "visit-1"), "message-known");
    }

    @Test
    void the_patient_of_another_message_of_the_visit_is_enough() {
        var tale = new Tale().admitted(ANN).adt("A04", null, "visit-1").adt("A04", ANN, "visit-1");
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_late_message_counts_by_when_it_was_recorded() {
        var tale = new Tale().admitted(ANN).adt("A04", ANN, "visit-1");
        var early = tale.now().plusSeconds(5).toString();
        tale.later(Duration.ofMinutes(1)).discharged(ANN).adt("A03", ANN, "visit-1");
        tale.acknowledged(Kind.ADT, ANN, "visit-1", Map.of("trigger", "A13", "recorded", early));
        tale.later(Duration.ofMinutes(1)).handOff(ANN, "handoff-started");
        assertThat(tale.audited().number(LOST)).isZero();
    }

    @Test
    void an_acknowledged_consent_without_its_event_is_lost() {
        assertLost(
                new Tale().admitted(ANN).acknowledged(Kind.CONSENT, ANN, "consent-9", Map.of()),
                "acknowledged-and-told");
    }

    @Test
    void a_consent_told_with_the_admission_is_not_lost() {
        var tale = new Tale()
                .tell("intake", ANN, "patient-admitted", admission() + ",'consents':[{'consentId':'consent-9'}]")
                .acknowledged(Kind.CONSENT, ANN, "consent-9", Map.of());
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void what_was_sent_and_never_acknowledged_may_be_missing() {
        var tale = new Tale().admitted(ANN).entry(Kind.PROFILE, Entry.State.SENT, ANN, null, Map.of());
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void each_kind_of_command_is_missed() {
        var tale = new Tale()
                .admitted(ANN)
                .acknowledged(Kind.PROFILE, ANN, null, Map.of())
                .acknowledged(Kind.DECLINE, ANN, "offer", Map.of("by", "patient"))
                .acknowledged(Kind.ACCEPTANCE, ANN, "offer", Map.of("by", "patient"))
                .acknowledged(Kind.ACCEPTANCE, ANN, "offer", Map.of("by", "mentor"))
                .acknowledged(Kind.CONTACT, ANN, null, Map.of("at", "2026-03-02T15:00:00Z"))
                .acknowledged(Kind.CLOSURE, ANN, "task", Map.of())
                .acknowledged(Kind.ANSWER, ANN, "check-in", Map.of())
                .acknowledged(Kind.REVOCATION, ANN, "consent", Map.of())
                .acknowledged(Kind.COMMAND, ANN, null, Map.of("event", "seat-released"))
                .acknowledged(
                        Kind.ATTENDANCE, null, "monday", Map.of("date", "2026-03-02", "present", ANN + " " + ANN));
        assertThat(tale.audited().faults(LOST))
                .extracting(Fault::rule)
                .hasSize(10)
                .containsOnly("acknowledged-and-told");
    }

    @Test
    void a_later_profile_is_missed_although_the_first_was_told() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "peer-profile-updated", "'profile':{'version':1}")
                .acknowledged(Kind.PROFILE, ANN, null, Map.of("version", "1"));
        assertThat(tale.audited().faults()).isEmpty();
        assertLost(tale.acknowledged(Kind.PROFILE, ANN, null, Map.of("version", "2")), "acknowledged-and-told");
    }

    @Test
    void a_command_about_a_group_is_looked_for_in_its_lane() {
        var cancelled = Map.of(
                "event", "session-cancelled", "lane", "monday", "field", "startsAt", "value", "2026-03-09T00:00:00Z");
        assertLost(
                new Tale().admitted(ANN).acknowledged(Kind.COMMAND, null, "monday", cancelled),
                "acknowledged-and-told");
        var told = new Tale()
                .admitted(ANN)
                .tell(
                        "groups",
                        "monday",
                        "group/monday",
                        "session-cancelled",
                        "'groupId':'monday','startsAt':'2026-03-09T00:00:00Z'")
                .keep("groups", "groups", "monday", "{}")
                .acknowledged(Kind.COMMAND, null, "monday", cancelled);
        assertThat(told.audited().faults()).isEmpty();
    }

    @Test
    void one_of_several_answers_to_a_command_is_enough() {
        var asked = Map.of("event", "seat-reserved seat-waitlisted", "field", "seatId", "value", ANN + "-s1");
        var tale = new Tale()
                .admitted(ANN)
                .seated(ANN, 1, "monday")
                .group("monday", "IOP", 9, "MONDAY", "18:00", "19:00", Tale.claim(ANN + "-s1", ANN));
        assertThat(tale.acknowledged(Kind.COMMAND, ANN, null, asked).audited().faults())
                .isEmpty();
        assertLost(
                tale.acknowledged(
                        Kind.COMMAND,
                        ANN,
                        null,
                        Map.of("event", "seat-reserved", "field", "seatId", "value", ANN + "-s2")),
                "acknowledged-and-told");
    }

    @Test
    void attendance_is_found_by_group_local_date_and_outcome() {
        var tale = new Tale()
                .admitted(ANN)
                .seated(ANN, 1, "monday")
                .tell("groups", ANN, "attendance-recorded", attended())
                .group("monday", "IOP", 9, "MONDAY", "18:00", "19:00", Tale.claim(ANN + "-s1", ANN))
                .acknowledged(Kind.ATTENDANCE, null, "monday", Map.of("date", "2026-03-02", "present", ANN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void attendance_of_somebody_frozen_is_told_later_but_not_twice() {
        var tale = new Tale()
                .admitted(ANN)
                .seated(ANN, 1, "monday")
                .group("monday", "IOP", 9, "MONDAY", "18:00", "19:00", Tale.claim(ANN + "-s1", ANN))
                .acknowledged(Kind.ATTENDANCE, null, "monday", Map.of("date", "2026-03-02", "present", ANN))
                .frozen("groups", ANN);
        var findings = tale.audited();
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.notes()).containsEntry("attendances that frozen people are told of later", 1L);

        tale.tell("groups", ANN, "attendance-recorded", attended())
                .tell("groups", ANN, "attendance-recorded", attended());
        tale.document("groups", ANN).put("seq", 3L);
        assertThat(tale.audited().faults(DOUBLED)).extracting(Fault::rule).containsExactly("one-effect");
    }

    private static String attended() {
        return "'seatId':'%s-s1','groupId':'monday','sessionAt':'2026-03-03T00:30:00Z','outcome':'present'"
                .formatted(ANN);
    }

    @Test
    void a_parked_lane_is_noted_and_not_lost() {
        var tale = new Tale().admitted(ANN);
        ((ObjectNode) tale.document("groups", ANN).path("receipts")).put("intake", 0L);
        tale.keep("groups", "parked", "intake:" + ANN, "{}");
        var world = tale.world();
        world.documents().stream()
                .filter(document -> document.collection().equals("parked"))
                .forEach(document -> ((ObjectNode) document.content())
                        .put("source", "intake")
                        .put("lane", ANN));
        var findings = Audit.judge(world, null);
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.notes()).containsEntry("lanes parked", 1L);
    }

    @Test
    void a_record_that_staff_skipped_is_not_lost_and_the_one_before_it_is() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", "'consent':{'consentId':'c'}");
        ((ObjectNode) tale.document("mentorship", ANN).path("receipts")).put("intake", 1L);
        tale.keep("mentorship", "skipped", "intake/" + ANN + "/2", "{}");
        assertThat(tale.audited().faults()).isEmpty();
        assertThat(tale.audited().notes()).containsEntry("records skipped by staff", 1L);

        ((ObjectNode) tale.document("mentorship", ANN).path("receipts")).put("intake", 0L);
        assertLost(tale, "fact-applied");
    }

    private static String admission() {
        return "'admissionId':'" + ANN + "-a1'";
    }

    private static void assertLost(Tale tale, String rule) {
        assertThat(tale.audited().faults(LOST)).extracting(Fault::rule).contains(rule);
    }

    @Test
    void the_world_they_are_all_taken_from_is_whole() {
        var tale = new Tale().admitted(ANN).adt("A04", ANN, "visit-1");
        assertThat(tale.audited().faults()).isEmpty();
        assertThat(tale.facts).extracting(Fact::type).containsExactly("patient-admitted");
    }
}
