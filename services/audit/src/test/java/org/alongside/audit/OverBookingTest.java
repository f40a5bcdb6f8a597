package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.BEN;
import static org.alongside.audit.Tale.claim;
import static org.alongside.audit.finding.Count.OVER_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.audit.finding.Fault;
import org.junit.jupiter.api.Test;

class OverBookingTest {

    private static final String FROZEN = "places about which frozen people are told, or tell, later";

    @Test
    void two_people_with_a_mentor_for_one_are_over_booked() {
        var tale = new Tale()
                .proposed(ANN, 1, "mia")
                .proposed(BEN, 1, "mia")
                .mentor("mia", 1, claim(ANN + "-m1", ANN) + "," + claim(BEN + "-m1", BEN));
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).contains("mentor", "mentor-claim");
    }

    @Test
    void being_over_booked_for_a_while_is_seen_afterwards() {
        var tale = new Tale()
                .proposed(ANN, 1, "mia")
                .proposed(BEN, 1, "mia")
                .tell("mentorship", ANN, "mentor-declined", offer())
                .mentor("mia", 1, claim(BEN + "-m1", BEN));
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).containsExactly("mentor");
    }

    @Test
    void one_after_the_other_is_not() {
        var tale = new Tale()
                .proposed(ANN, 1, "mia")
                .tell("mentorship", ANN, "mentor-declined", offer())
                .proposed(BEN, 1, "mia")
                .mentor("mia", 1, claim(BEN + "-m1", BEN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_capacity_lowered_later_takes_nothing_away() {
        var tale = new Tale()
                .tell("mentorship", "mia", "mentor/mia", "mentor-availability-changed", "'mentorId':'mia','capacity':2")
                .proposed(ANN, 1, "mia")
                .proposed(BEN, 1, "mia")
                .mentor("mia", 1, claim(ANN + "-m1", ANN) + "," + claim(BEN + "-m1", BEN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void two_people_in_a_group_of_one_are_over_booked() {
        var tale = new Tale()
                .seated(ANN, 1, "monday")
                .seated(BEN, 1, "monday")
                .group(
                        "monday",
                        "IOP",
                        1,
                        "MONDAY",
                        "18:00",
                        "19:00",
                        claim(ANN + "-s1", ANN) + "," + claim(BEN + "-s1", BEN));
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).contains("group", "group-claim");
    }

    @Test
    void a_seat_passed_on_is_not() {
        var tale = new Tale()
                .seated(ANN, 1, "monday")
                .left(ANN, 1, "monday")
                .seated(BEN, 1, "monday")
                .group("monday", "IOP", 1, "MONDAY", "18:00", "19:00", claim(BEN + "-s1", BEN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_claim_that_nobody_was_told_of_is_a_fault() {
        var tale =
                new Tale().admitted(ANN).group("monday", "IOP", 5, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN));
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).containsExactly("group-claim");
    }

    @Test
    void a_seat_without_its_claim_is_a_fault() {
        var tale = new Tale().seated(ANN, 1, "monday").group("monday", "IOP", 5, "MONDAY", "18:00", "19:00", "");
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).containsExactly("group-claim");
    }

    @Test
    void somebody_frozen_is_told_of_their_places_or_gives_them_back_later() {
        var tale = new Tale()
                .admitted(ANN)
                .group("monday", "IOP", 1, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN))
                .mentor("mia", 1, claim(ANN + "-m1", ANN))
                .frozen("groups", ANN);
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::about).containsExactly("mia");
        var findings = tale.frozen("mentorship", ANN).audited();
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.notes()).containsEntry(FROZEN, 2L);
    }

    @Test
    void somebody_frozen_claims_again_later() {
        var findings = new Tale()
                .seated(ANN, 1, "monday")
                .group("monday", "IOP", 5, "MONDAY", "18:00", "19:00", "")
                .frozen("groups", ANN)
                .audited();
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.notes()).containsEntry(FROZEN, 1L);
    }

    @Test
    void places_of_frozen_people_count_all_the_same() {
        var tale = new Tale()
                .admitted(ANN)
                .group(
                        "monday",
                        "IOP",
                        1,
                        "MONDAY",
                        "18:00",
                        "19:00",
                        claim(ANN + "-s1", ANN) + "," + claim(ANN + "-s2", ANN))
                .frozen("groups", ANN);
        assertThat(tale.audited().faults(OVER_BOOKED)).extracting(Fault::rule).containsExactly("group-claim");
    }

    @Test
    void a_wait_holds_no_place() {
        var tale = new Tale()
                .seated(ANN, 1, "monday")
                .tell("groups", BEN, "seat-waitlisted", "'seatId':'%s-s1','groupId':'monday'".formatted(BEN))
                .group("monday", "IOP", 1, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    private static String offer() {
        return "'offerId':'%s-o1','matchId':'%s-m1'".formatted(ANN, ANN);
    }
}
