package org.alongside.groups.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummerTimeTest {

    private static Window window(DayOfWeek day, String from, String to, String zone) {
        return new Window(Set.of(day), LocalTime.parse(from), LocalTime.parse(to), zone);
    }

    private static Series weekly(Window window) {
        return new Series(window, null, null, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-01, 2026-03-15, 2026-03-02T23:00:00Z, 2026-03-09T22:00:00Z",
        "America/New_York, 2026-10-26, 2026-11-08, 2026-10-26T22:00:00Z, 2026-11-02T23:00:00Z",
        "Europe/Berlin,    2026-03-23, 2026-04-05, 2026-03-23T17:00:00Z, 2026-03-30T16:00:00Z",
        "Europe/Berlin,    2026-10-19, 2026-11-01, 2026-10-19T16:00:00Z, 2026-10-26T17:00:00Z"
    })
    void a_group_starts_at_the_same_hour_on_the_wall(
            String zone, LocalDate from, LocalDate to, Instant before, Instant after) {
        var series = weekly(window(DayOfWeek.MONDAY, "18:00", "19:30", zone));

        assertThat(series.between(from, to).map(Session::startsAt)).containsExactly(before, after);
        assertThat(series.between(from, to)).allSatisfy(session -> {
            assertThat(session.startsAt().atZone(ZoneId.of(zone)).toLocalTime()).isEqualTo("18:00");
            assertThat(session.minutes()).isEqualTo(90);
        });
    }

    @Test
    void an_hour_that_does_not_exist_that_night_still_makes_a_session() {
        var series = weekly(window(DayOfWeek.SUNDAY, "02:30", "03:30", "America/New_York"));
        var session = series.on(LocalDate.of(2026, 3, 8)).orElseThrow();
        assertThat(session.startsAt()).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(session.endsAt()).isEqualTo("2026-03-08T08:30:00Z");
    }

    @Test
    void the_next_session_passes_over_one_that_falls_out() {
        var series = weekly(window(DayOfWeek.MONDAY, "18:00", "19:00", "Europe/Berlin"))
                .cancelling(Set.of(LocalDate.of(2026, 3, 30)));
        assertThat(series.nextAfter(Instant.parse("2026-03-23T17:00:00Z"))
                        .orElseThrow()
                        .startsAt())
                .isEqualTo("2026-04-06T16:00:00Z");
    }

    @Test
    void a_series_begins_and_ends() {
        var series = new Series(
                window(DayOfWeek.MONDAY, "18:00", "19:00", "Europe/Berlin"),
                LocalDate.of(2026, 4, 13),
                LocalDate.of(2026, 4, 20),
                Set.of());
        assertThat(series.nextAfter(Instant.parse("2026-03-01T00:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo("2026-04-13");
        assertThat(series.nextAfter(Instant.parse("2026-04-20T20:00:00Z"))).isEmpty();
    }

    @Test
    void hours_of_two_zones_that_meet_only_while_one_has_moved_its_clocks_do_clash() {
        var newYork = window(DayOfWeek.MONDAY, "15:00", "16:00", "America/New_York");
        var berlin = window(DayOfWeek.MONDAY, "20:00", "21:00", "Europe/Berlin");
        var later = window(DayOfWeek.MONDAY, "22:00", "23:00", "Europe/Berlin");
        var now = Instant.parse("2026-05-01T00:00:00Z");

        assertThat(newYork.overlaps(berlin, now)).isTrue();
        assertThat(newYork.overlaps(later, now)).isFalse();
    }

    @Test
    void hours_that_only_touch_do_not_clash() {
        var first = window(DayOfWeek.MONDAY, "15:00", "16:00", "America/New_York");
        assertThat(first.overlaps(window(DayOfWeek.MONDAY, "16:00", "17:00", "America/New_York"), Instant.EPOCH))
                .isFalse();
        assertThat(first.overlaps(window(DayOfWeek.MONDAY, "15:59", "17:00", "America/New_York"), Instant.EPOCH))
                .isTrue();
    }

    @Test
    void half_of_the_hours_inside_count_half() {
        var twice = new Window(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(19, 0), "Europe/Berlin");
        var monday = window(DayOfWeek.MONDAY, "17:00", "20:00", "Europe/Berlin");
        assertThat(twice.shareInside(List.of(monday), Instant.parse("2026-03-27T12:00:00Z")))
                .isEqualTo(0.5);
    }
}
