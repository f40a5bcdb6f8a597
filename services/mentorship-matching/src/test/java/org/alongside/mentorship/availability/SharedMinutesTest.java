package org.alongside.mentorship.availability;

import static org.alongside.mentorship.availability.Weekday.MONDAY;
import static org.alongside.mentorship.availability.Weekday.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedMinutesTest {

    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant BETWEEN_THE_CHANGES = Instant.parse("2026-03-15T12:00:00Z");

    private static List<Window> window(Weekday day, String from, String to, String zone) {
        return List.of(new Window(List.of(day), LocalTime.parse(from), LocalTime.parse(to), zone));
    }

    @Test
    void hours_are_compared_across_zones_with_the_offsets_of_the_day() {
        var newYork = window(MONDAY, "18:00", "20:00", "America/New_York");
        var chicago = window(MONDAY, "18:00", "20:00", "America/Chicago");
        var paris = window(MONDAY, "23:00", "00:00", "Europe/Paris");
        assertThat(Window.sharedMinutes(newYork, chicago, WINTER)).isEqualTo(60);
        assertThat(Window.sharedMinutes(newYork, paris, WINTER)).isZero();
        assertThat(Window.sharedMinutes(window(MONDAY, "18:00", "19:00", "America/New_York"), paris, WINTER))
                .isZero();
        assertThat(Window.sharedMinutes(
                        window(MONDAY, "17:00", "18:00", "America/New_York"), paris, BETWEEN_THE_CHANGES))
                .isZero();
        assertThat(Window.sharedMinutes(
                        window(MONDAY, "18:00", "19:00", "America/New_York"), paris, BETWEEN_THE_CHANGES))
                .isEqualTo(60);
    }

    @Test
    void a_window_over_midnight_goes_on_the_next_day_and_the_week_is_a_ring() {
        var night = window(SUNDAY, "23:00", "01:00", "UTC");
        assertThat(Window.sharedMinutes(night, window(MONDAY, "00:00", "02:00", "UTC"), WINTER))
                .isEqualTo(60);
        assertThat(Window.sharedMinutes(night, window(SUNDAY, "22:00", "23:30", "UTC"), WINTER))
                .isEqualTo(30);
    }

    @Test
    void hours_twice_in_a_list_count_once() {
        var twice = List.of(
                window(MONDAY, "18:00", "20:00", "UTC").getFirst(),
                window(MONDAY, "18:00", "20:00", "UTC").getFirst());
        assertThat(Window.sharedMinutes(twice, twice, WINTER)).isEqualTo(120);
    }

    @Test
    void hours_that_are_not_whole_are_no_hours() {
        var from = LocalTime.parse("18:00");
        for (var window : List.of(
                new Window(null, from, from, "UTC"),
                new Window(List.of(MONDAY), null, from, "UTC"),
                new Window(List.of(MONDAY), from, null, "UTC"),
                new Window(List.of(MONDAY), from, from, null))) {
            assertThatThrownBy(window::whole).isInstanceOf(IllegalArgumentException.class);
        }
        var whole = new Window(List.of(MONDAY), from, from, "UTC");
        assertThat(whole.whole()).isSameAs(whole);
    }
}
