package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.claim;
import static org.alongside.audit.finding.Count.DOUBLE_SEATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.alongside.audit.finding.Fault;
import org.junit.jupiter.api.Test;

class DoubleSeatingTest {

    @Test
    void two_seats_in_one_group_are_double() {
        var tale = new Tale()
                .seated(ANN, 1, "monday")
                .seated(ANN, 2, "monday")
                .group(
                        "monday",
                        "IOP",
                        9,
                        "MONDAY",
                        "18:00",
                        "19:00",
                        claim(ANN + "-s1", ANN) + "," + claim(ANN + "-s2", ANN));
        assertDouble(tale, "one-seat-a-group");
    }

    @Test
    void leaving_and_coming_back_is_not() {
        var tale = new Tale()
                .seated(ANN, 1, "monday")
                .left(ANN, 1, "monday")
                .seated(ANN, 2, "monday")
                .group("monday", "IOP", 9, "MONDAY", "18:00", "19:00", claim(ANN + "-s2", ANN));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void seats_in_groups_that_meet_at_the_same_hour_are_double() {
        assertDouble(two("18:30", "MONDAY"), "sessions-apart");
    }

    @Test
    void seats_in_groups_that_meet_one_after_the_other_are_not() {
        assertThat(two("19:00", "MONDAY").audited().faults()).isEmpty();
    }

    @Test
    void the_same_hour_on_another_day_is_not() {
        assertThat(two("18:30", "TUESDAY").audited().faults()).isEmpty();
    }

    @Test
    void the_same_hour_in_another_zone_is_compared_as_an_instant() {
        var tale = two("18:30", "TUESDAY").seated(ANN, 3, "far").keep("groups", "groups", "far", """
                        {'plan':{'phase':'IOP','series':{'window':{'days':['TUESDAY'],'from':'00:30','to':'01:30',
                        'zone':'UTC'}}},'places':{'claims':{}}}
                        """);
        assertDouble(tale, "sessions-apart");
    }

    @Test
    void a_group_that_moved_and_let_the_person_go_is_not() {
        var tale = two("18:30", "MONDAY");
        tale.later(Duration.ofDays(1));
        tale.tell("groups", "second", "group/second", "group-changed", "'groupId':'second'");
        tale.left(ANN, 2, "second");
        assertThat(tale.audited().number(DOUBLE_SEATED)).isZero();
    }

    @Test
    void a_group_that_moved_and_kept_the_person_is_double() {
        var tale = two("18:30", "MONDAY");
        tale.tell("groups", "second", "group/second", "group-changed", "'groupId':'second'");
        assertDouble(tale.later(Duration.ofDays(1)), "sessions-apart");
    }

    @Test
    void two_matches_at_once_are_double() {
        var tale = new Tale()
                .proposed(ANN, 1, "mia")
                .proposed(ANN, 2, "tom")
                .assigned(ANN, 1, "mia")
                .assigned(ANN, 2, "tom");
        assertDouble(tale, "one-match");
    }

    @Test
    void the_next_match_after_the_first_ended_is_not() {
        var tale = new Tale()
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia")
                .ended(ANN, 1, "mia")
                .proposed(ANN, 2, "tom")
                .assigned(ANN, 2, "tom");
        assertThat(tale.audited().faults()).isEmpty();
    }

    private static Tale two(String from, String day) {
        return new Tale()
                .seated(ANN, 1, "first")
                .seated(ANN, 2, "second")
                .group("first", "IOP", 9, "MONDAY", "18:00", "19:00", claim(ANN + "-s1", ANN))
                .group("second", "ALUMNI", 9, day, from, "20:00", claim(ANN + "-s2", ANN));
    }

    private static void assertDouble(Tale tale, String rule) {
        assertThat(tale.audited().faults(DOUBLE_SEATED)).extracting(Fault::rule).contains(rule);
    }
}
