package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.finding.Count.OUT_OF_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.world.Fact;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void two_swapped_records_are_out_of_order() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", consent());
        Collections.swap(tale.facts, 0, 1);
        assertDisorder(tale, "numbers-rise");
    }

    @Test
    void an_old_record_delivered_again_later_is_not() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", consent());
        tale.facts.add(tale.facts.getFirst());
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void lanes_may_interleave() {
        var tale = new Tale().admitted(ANN).admitted(Tale.BEN).tell("intake", ANN, "consent-granted", consent());
        Collections.swap(tale.facts, 1, 2);
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_lane_in_two_partitions_is_out_of_order() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", consent());
        var moved = tale.facts.removeLast();
        tale.facts.add(new Fact(
                moved.service(),
                3,
                0,
                moved.key(),
                moved.id(),
                moved.type(),
                moved.schema(),
                moved.subject(),
                moved.sequence(),
                moved.time(),
                moved.data()));
        assertDisorder(tale, "one-partition");
    }

    @Test
    void a_discharge_before_the_admission_is_out_of_order() {
        assertDisorder(new Tale().discharged(ANN).admitted(ANN), "beginning-before-end");
    }

    @Test
    void a_revocation_before_the_consent_is_out_of_order() {
        assertDisorder(
                new Tale().admitted(ANN).tell("intake", ANN, "consent-revoked", consent()), "beginning-before-end");
    }

    @Test
    void a_match_before_its_proposal_is_out_of_order() {
        assertDisorder(new Tale().admitted(ANN).assigned(ANN, 1, "mia"), "beginning-before-end");
    }

    @Test
    void a_mentor_who_is_proposed_anew_on_the_place_that_is_held_is_in_order() {
        var tale = new Tale()
                .admitted(ANN)
                .proposed(ANN, 1, "mia")
                .tell("mentorship", ANN, "mentor-declined", "'offerId':'" + ANN + "-o1','matchId':'" + ANN + "-m1'")
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia");
        assertThat(tale.audited().faults()).extracting(Fault::rule).doesNotContain("beginning-before-end");
    }

    @Test
    void a_seat_given_back_before_it_was_had_is_out_of_order() {
        assertDisorder(
                new Tale().admitted(ANN).left(ANN, 1, "monday").seated(ANN, 1, "monday"), "beginning-before-end");
    }

    @Test
    void a_whole_way_through_is_in_order() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "consent-granted", consent())
                .tell("intake", ANN, "consent-revoked", consent())
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia")
                .seated(ANN, 1, "monday")
                .left(ANN, 1, "monday")
                .ended(ANN, 1, "mia")
                .discharged(ANN)
                .tell("intake", ANN, "discharge-cancelled", "'admissionId':'" + ANN + "-a1'");
        assertThat(tale.audited().faults()).isEmpty();
    }

    private static String consent() {
        return "'consent':{'consentId':'c1'}";
    }

    private static void assertDisorder(Tale tale, String rule) {
        assertThat(tale.audited().faults(OUT_OF_ORDER)).extracting(Fault::rule).contains(rule);
    }
}
