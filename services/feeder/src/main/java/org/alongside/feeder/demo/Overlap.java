package org.alongside.feeder.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.feeder.http.Doors;
import tools.jackson.databind.JsonNode;

/** Days between the first session of the alumni seat and the end of the last peer seat of treatment, person by person. */
final class Overlap {

    static final String PATH = "/participants";
    private static final double HOURS_A_DAY = 24;

    private Overlap() {}

    static Spread of(Doors doors) {
        return Spread.of(doors.all("groups", PATH, row -> row.path("patientId").asString()).stream()
                .flatMap(row -> days(row).stream()));
    }

    private static Optional<Double> days(JsonNode participant) {
        var began = Stream.concat(
                        seats(participant, "seats", "alumni", "firstSessionAt"),
                        seats(participant, "ended", "alumni", "from"))
                .min(Instant::compareTo);
        var ended = seats(participant, "ended", "iop", "until").max(Instant::compareTo);
        boolean still = seats(participant, "seats", "iop", "since").findAny().isPresent();
        return still
                ? Optional.empty()
                : ended.flatMap(
                        end -> began.map(begin -> Duration.between(begin, end).toMinutes() / 60.0 / HOURS_A_DAY));
    }

    private static Stream<Instant> seats(JsonNode participant, String list, String phase, String field) {
        return participant.path(list).values().stream()
                .filter(seat -> seat.path("phase").asString("").equals(phase))
                .map(seat -> seat.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }
}
