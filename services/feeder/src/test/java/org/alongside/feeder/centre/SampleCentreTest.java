package org.alongside.feeder.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.feeder.Options;
import org.junit.jupiter.api.Test;

class SampleCentreTest {

    private static final SampleCentre CENTRE = SampleCentre.startingOn(LocalDate.parse("2026-03-02"));

    @Test
    void mentors_have_room_for_about_85_percent_of_those_who_come() {
        int room = CENTRE.mentors().values().stream()
                .mapToInt(mentor -> (Integer) mentor.get("capacity"))
                .sum();
        assertThat((double) room / Options.PEOPLE).isBetween(0.82, 0.88);
    }

    @Test
    void dates_are_counted_from_the_first_day() {
        assertThat(CENTRE.mentors().get("coach-heron")).containsEntry("certifiedUntil", "2027-07-15");
    }

    @Test
    void a_group_knows_the_sessions_that_have_just_ended_in_local_time() {
        var anchor = CENTRE.groups().stream()
                .filter(group -> group.groupId().equals("iop-anchor"))
                .findFirst()
                .orElseThrow();
        var winter = Instant.parse("2026-03-02T19:15:00Z");
        var summer = Instant.parse("2026-03-09T18:15:00Z");
        assertThat(anchor.endedBetween(winter.minusSeconds(1), summer).map(Group.Session::endsAt))
                .containsExactly(winter, summer);
        assertThat(anchor.endedBetween(winter, summer.minusSeconds(1))).isEmpty();
    }

    @Test
    void there_are_groups_for_both_phases_and_alumni_groups_without_a_limit() {
        assertThat(CENTRE.groups()).anyMatch(Group::alumni).anyMatch(group -> !group.alumni());
        assertThat(CENTRE.groups())
                .anyMatch(group -> group.alumni() && !group.plan().containsKey("capacity"));
    }
}
