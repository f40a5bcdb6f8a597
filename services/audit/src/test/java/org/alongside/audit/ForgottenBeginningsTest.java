package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.BEN;
import static org.alongside.audit.Tale.claim;
import static org.alongside.audit.finding.Count.DOUBLE_SEATED;
import static org.alongside.audit.finding.Count.FELL_BETWEEN;
import static org.alongside.audit.finding.Count.LOST;
import static org.alongside.audit.finding.Count.OUT_OF_ORDER;
import static org.alongside.audit.finding.Count.OVER_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.ledger.Entry.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Topics keep records for a limited time: what began before is judged by what needs no beginning. */
class ForgottenBeginningsTest {

    @Test
    void who_began_before_is_judged_by_numbers_receipts_and_claims_alone() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "consent-granted", "'consent':{'consentId':'c1'}")
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia")
                .forget(fact -> true)
                .admitted(BEN)
                .tell("intake", ANN, "consent-revoked", "'consent':{'consentId':'c1'}")
                .discharged(ANN)
                .ended(ANN, 1, "mia")
                .adt("A04", ANN, "visit-1")
                .acknowledged(Kind.CONSENT, ANN, "c1", Map.of())
                .acknowledged(Kind.ATTENDANCE, null, "monday", Map.of("date", "2026-03-02", "present", ANN))
                .later(Duration.ofDays(2))
                .tell("intake", BEN, "level-of-care-changed", "'admissionId':'" + BEN + "-a1'");
        var findings = tale.audited();
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.read()).containsEntry("people judged from their beginning", 1L);
        assertThat(findings.notes())
                .containsEntry(
                        "people whose beginning the topics have deleted: judged by numbers, receipts and claims alone",
                        1L);
    }

    @Test
    void who_began_after_is_judged_whole_in_the_same_partition() {
        var tale = new Tale()
                .admitted(ANN)
                .discharged(ANN)
                .forget(fact -> true)
                .discharged(ANN)
                .admitted(BEN)
                .discharged(BEN)
                .tell("intake", BEN, "consent-revoked", "'consent':{'consentId':'c1'}")
                .later(Duration.ofDays(2))
                .discharged(ANN);
        assertThat(tale.audited().faults(FELL_BETWEEN)).extracting(Fault::about).containsExactly(BEN);
        assertThat(tale.audited().faults(OUT_OF_ORDER)).extracting(Fault::about).containsExactly(BEN);
    }

    @Test
    void a_number_above_the_first_that_is_kept_is_missed_and_one_below_is_not() {
        var tale = longAgo().discharged(ANN).discharged(ANN).discharged(ANN);
        assertThat(tale.audited().number(LOST)).isZero();
        tale.facts.removeIf(fact -> fact.key().equals(ANN) && fact.sequence() == 4);
        assertThat(tale.audited().faults(LOST))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).startsWith("number 4 "));
    }

    @Test
    void a_lane_of_which_nothing_is_left_is_not_lost() {
        assertThat(longAgo().audited().faults()).isEmpty();
    }

    @Test
    void a_receipt_below_what_is_kept_is_a_lost_fact() {
        var tale = longAgo().discharged(ANN);
        ((ObjectNode) tale.document("groups", ANN).path("receipts")).put("intake", 2L);
        assertThat(tale.audited().faults(LOST)).extracting(Fault::rule).containsExactly("fact-applied");
    }

    @Test
    void an_old_record_that_is_told_again_after_its_first_was_deleted_is_not_out_of_order() {
        var tale = new Tale().admitted(BEN).admitted(ANN).discharged(ANN);
        var old = tale.last();
        tale.discharged(ANN).forget(fact -> fact.key().equals(ANN) && fact.sequence() < 3);
        tale.facts.add(old);
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_claim_may_have_been_told_before_but_what_is_told_is_kept_and_no_more_than_there_is() {
        var tale = longAgo()
                .seated(ANN, 1, "monday")
                .forget(fact -> fact.service().equals("groups"))
                .group("monday", "IOP", 1, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN));
        assertThat(tale.audited().faults()).isEmpty();
        tale.seated(ANN, 2, "tuesday").group("tuesday", "IOP", 1, "TUESDAY", "18:00", "19:00", "");
        assertThat(tale.audited().faults(OVER_BOOKED))
                .extracting(Fault::what)
                .containsExactly("does not know " + ANN + "-s2, which was told");
        tale.group(
                "wednesday",
                "IOP",
                1,
                "WEDNESDAY",
                "18:00",
                "19:00",
                claim(ANN + "-s3", ANN) + "," + claim(ANN + "-s4", ANN));
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::what).contains("2 claims are kept of 1");
    }

    @Test
    void a_mentor_may_have_had_more_places_before() {
        var places = claim(ANN + "-m1", ANN) + "," + claim(BEN + "-m1", BEN);
        var two = "'mentorId':'mia','capacity':2";
        var one = "'mentorId':'mia','capacity':1";
        var tale = new Tale()
                .tell("mentorship", "mia", "mentor/mia", "mentor-availability-changed", two)
                .forget(fact -> true)
                .proposed(ANN, 1, "mia")
                .proposed(BEN, 1, "mia")
                .tell("mentorship", "mia", "mentor/mia", "mentor-availability-changed", one)
                .mentor("mia", 1, places);
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_group_may_have_met_at_other_hours_before() {
        var changed = "'groupId':'second'";
        var tale = new Tale()
                .tell("groups", "second", "group/second", "group-changed", changed)
                .seated(ANN, 1, "first")
                .seated(ANN, 2, "second")
                .later(Duration.ofDays(1))
                .left(ANN, 2, "second")
                .group("first", "IOP", 9, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN))
                .group("second", "IOP", 9, "MONDAY", "18:30", "19:30", "");
        assertThat(tale.audited().number(DOUBLE_SEATED)).isOne();
        assertThat(tale.forget(fact -> fact.key().equals("second")).audited().number(DOUBLE_SEATED))
                .isZero();
    }

    @Test
    void a_seat_that_is_kept_for_somebody_who_began_before_is_not_free() {
        var tale = new Tale()
                .tell(
                        "intake",
                        ANN,
                        "patient-admitted",
                        "'admissionId':'%s-a1','ageBand':'26-35','consents':[{'kind':'peer-disclosure'}],'profile':{'groupAgreement':true}"
                                .formatted(ANN))
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .seated(BEN, 1, "alumni")
                .group("alumni", "ALUMNI", 1, "MONDAY", "18:00", "19:00", claim(BEN + "-s1", BEN))
                .forget(fact -> fact.key().equals(BEN));
        assertThat(tale.audited().handOffs()).isEmpty();
    }

    @Test
    void where_nobody_is_left_with_their_beginning_nothing_is_judged() {
        var tale = new Tale().admitted(ANN).discharged(ANN).forget(fact -> fact.is("patient-admitted"));
        assertThatThrownBy(tale::audited).isInstanceOf(Audit.BeginningForgotten.class);
    }

    /** Ann's first two records are gone, and Ben began after that. */
    private static Tale longAgo() {
        return new Tale().admitted(ANN).discharged(ANN).forget(fact -> true).admitted(BEN);
    }
}
