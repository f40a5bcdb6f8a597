package org.alongside.continuum.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeepingTheCentresHoursTest {

    private final CentreCalendar calendar = new CentreCalendar(
            ZoneId.of("America/New_York"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            LocalTime.of(21, 0),
            LocalTime.of(9, 0));

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void a_working_day_passes_over_the_week_end_and_the_change_of_clocks() {
        assertThat(calendar.workingDaysAfter(at("2026-03-06T15:00:00Z"), 1)).isEqualTo(at("2026-03-09T14:00:00Z"));
    }

    @Test
    void what_comes_after_closing_counts_from_the_next_opening() {
        assertThat(calendar.workingDaysAfter(at("2026-03-02T23:00:00Z"), 1)).isEqualTo(at("2026-03-04T14:00:00Z"));
        assertThat(calendar.workingDaysAfter(at("2026-03-07T12:00:00Z"), 0)).isEqualTo(at("2026-03-09T13:00:00Z"));
    }

    @Test
    void the_same_day_is_closing_time_then_the_last_welcome_hour_then_the_next_morning() {
        assertThat(calendar.sameDay(at("2026-03-02T15:00:00Z"))).isEqualTo(at("2026-03-02T22:00:00Z"));
        assertThat(calendar.sameDay(at("2026-03-02T22:30:00Z"))).isEqualTo(at("2026-03-03T02:00:00Z"));
        assertThat(calendar.sameDay(at("2026-03-03T03:00:00Z"))).isEqualTo(at("2026-03-03T16:00:00Z"));
    }

    @Test
    void a_day_ends_at_midnight_of_the_centre() {
        assertThat(calendar.endOfDay(at("2026-03-05T05:00:00Z"))).isEqualTo(at("2026-03-06T05:00:00Z"));
        assertThat(calendar.endOfDay(at("2026-03-08T04:59:59Z"))).isEqualTo(at("2026-03-08T05:00:00Z"));
        assertThat(calendar.endOfDay(at("2026-03-08T15:00:00Z"))).isEqualTo(at("2026-03-09T04:00:00Z"));
    }

    @Test
    void contact_is_moved_out_of_the_quiet_hours_in_the_direction_asked_for() {
        assertThat(calendar.contactAtOrBefore(at("2026-03-03T03:00:00Z"))).isEqualTo(at("2026-03-03T01:00:00Z"));
        assertThat(calendar.contactAtOrBefore(at("2026-03-03T10:00:00Z"))).isEqualTo(at("2026-03-03T01:00:00Z"));
        assertThat(calendar.contactAtOrAfter(at("2026-03-03T03:00:00Z"))).isEqualTo(at("2026-03-03T14:00:00Z"));
        assertThat(calendar.contactAtOrAfter(at("2026-03-03T14:00:00Z"))).isEqualTo(at("2026-03-03T14:00:00Z"));
    }

    @Test
    void a_duty_that_is_nobodys_is_refused_at_the_start() {
        var alone = List.of(new StaffMember("one", "One", Set.of(Duty.COORDINATOR), null));
        assertThatThrownBy(() -> new DutyRoster(alone)).hasMessageContaining("ON_CALL");
    }

    @Test
    void the_same_person_always_gets_the_same_colleague_and_all_get_some() {
        var roster = new DutyRoster(List.of(
                new StaffMember("one", "One", Set.of(Duty.COORDINATOR), null),
                new StaffMember("two", "Two", Set.of(Duty.COORDINATOR), null),
                new StaffMember("all", "All", Set.of(Duty.ON_CALL, Duty.PEER_SUPERVISOR), null)));
        var assigned = new HashSet<String>();
        IntStream.range(0, 50).mapToObj(n -> "person" + n).forEach(person -> {
            var first = roster.assign(Duty.COORDINATOR, person);
            assertThat(roster.assign(Duty.COORDINATOR, person)).isEqualTo(first);
            assertThat(first.backup()).isNotEqualTo(first.assignee());
            assigned.add(first.assignee());
        });
        assertThat(assigned).containsExactlyInAnyOrder("one", "two");
    }
}
