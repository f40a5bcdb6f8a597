package org.alongside.feeder.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.alongside.audit.world.Fact;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SpeedTest {

    private static final String PROFILE = "{\"profile\":{\"version\":1}}";

    @Test
    void counts_from_the_last_of_what_an_offer_needs() {
        var speed = Speed.of(List.of(
                fact("patient-admitted", "2026-03-02T10:00:00Z", "{}"),
                fact("peer-profile-updated", "2026-03-02T10:05:00Z", PROFILE),
                fact("consent-granted", "2026-03-02T10:06:00Z", "{\"consent\":{\"kind\":\"peer-disclosure\"}}"),
                fact("mentor-proposed", "2026-03-02T10:06:02Z", "{}")));
        assertThat(speed).isEqualTo(new Speed(new Spread(1, 2, 2, 2), Spread.NONE, Spread.NONE));
    }

    @Test
    void a_wait_for_room_is_told_apart_in_days() {
        var speed = Speed.of(List.of(
                fact("patient-admitted", "2026-03-02T10:00:00Z", "{}"),
                fact("peer-profile-updated", "2026-03-02T10:05:00Z", PROFILE),
                fact("mentor-proposed", "2026-03-05T10:05:00Z", "{}")));
        assertThat(speed).isEqualTo(new Speed(Spread.NONE, new Spread(1, 3, 3, 3), Spread.NONE));
    }

    @Test
    void a_place_in_line_is_counted_until_a_seat_of_that_phase_is_theirs() {
        var need = "{\"admissionId\":\"a1\",\"phase\":\"iop\",\"seatId\":\"s1\"}";
        var speed = Speed.of(List.of(
                fact("seat-waitlisted", "2026-03-02T10:00:00Z", need),
                fact("seat-reserved", "2026-03-02T11:00:00Z", need.replace("iop", "alumni")),
                fact("seat-promoted", "2026-03-07T10:00:00Z", need)));
        assertThat(speed.inLine()).isEqualTo(new Spread(1, 5, 5, 5));
    }

    @Test
    void a_wait_that_was_given_up_is_none_and_one_that_moved_to_another_group_goes_on() {
        var first = "{\"admissionId\":\"a1\",\"phase\":\"iop\",\"seatId\":\"s1\",\"reason\":\"left\"}";
        var second = first.replace("s1", "s2");
        var speed = Speed.of(List.of(
                fact("seat-waitlisted", "2026-03-02T10:00:00Z", first),
                fact("seat-released", "2026-03-03T10:00:00Z", first),
                fact("seat-waitlisted", "2026-03-04T10:00:00Z", second),
                fact("seat-released", "2026-03-05T10:00:00Z", second.replace("left", "moved-to-free-place")),
                fact("seat-reserved", "2026-03-05T10:00:00Z", second.replace("s2", "s3"))));
        assertThat(speed.inLine()).isEqualTo(new Spread(1, 1, 1, 1));
    }

    @Test
    void who_fits_nowhere_stands_in_no_line() {
        var none = "{\"admissionId\":\"a1\",\"phase\":\"iop\"}";
        var speed = Speed.of(List.of(
                fact("seat-waitlisted", "2026-03-02T10:00:00Z", none),
                fact("seat-reserved", "2026-03-07T10:00:00Z", none)));
        assertThat(speed.inLine()).isEqualTo(Spread.NONE);
    }

    @Test
    void an_age_that_became_known_is_no_profile() {
        var speed = Speed.of(List.of(
                fact("patient-admitted", "2026-03-02T10:00:00Z", "{}"),
                fact("peer-profile-updated", "2026-03-02T10:05:00Z", "{\"ageBand\":\"26-35\"}"),
                fact("mentor-proposed", "2026-03-02T10:06:00Z", "{}")));
        assertThat(speed).isEqualTo(new Speed(Spread.NONE, Spread.NONE, Spread.NONE));
    }

    @Test
    void who_was_offered_nobody_is_not_counted() {
        var speed = Speed.of(List.of(fact("patient-admitted", "2026-03-02T10:00:00Z", "{}")));
        assertThat(speed).isEqualTo(new Speed(Spread.NONE, Spread.NONE, Spread.NONE));
    }

    private static Fact fact(String type, String time, String data) {
        return new Fact(
                "intake",
                0,
                0,
                "p1",
                "id",
                type,
                "schema",
                "patient/p1",
                1,
                Instant.parse(time),
                JsonMapper.shared().readTree(data));
    }
}
