package org.alongside.feeder.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OverlapTest {

    @Test
    void counts_the_days_with_both_seats() {
        var person = participant("2026-03-11T00:00:00Z", "handoff-secured", "2026-03-10T18:00:00Z");
        assertThat(Overlap.of(List.of(person)).bothSeats()).isEqualTo(new Spread(1, 10, 10, 10));
        assertThat(Overlap.of(List.of(person)).gap()).isEqualTo(Spread.NONE);
    }

    @Test
    void a_first_session_after_the_last_peer_seat_is_a_gap() {
        var person = participant("2026-03-11T00:00:00Z", "overlap-ended", "2026-03-13T00:00:00Z");
        assertThat(Overlap.of(List.of(person)).gap()).isEqualTo(new Spread(1, 2, 2, 2));
        assertThat(Overlap.of(List.of(person)).bothSeats()).isEqualTo(Spread.NONE);
    }

    @Test
    void who_still_sits_in_a_group_of_treatment_is_not_counted() {
        var person = read("{'seats':[{'phase':'iop','since':'2026-03-01T00:00:00Z'}],'ended':[]}");
        assertThat(Overlap.of(List.of(person))).isEqualTo(new Overlap(Spread.NONE, Spread.NONE));
    }

    private static JsonNode participant(String until, String reason, String firstSession) {
        return read("{'seats':[{'phase':'alumni','since':'2026-03-01T00:00:00Z','firstSessionAt':'" + firstSession
                + "'}],'ended':[{'phase':'iop','from':'2026-02-01T00:00:00Z','until':'" + until + "','reason':'"
                + reason + "'}]}");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
