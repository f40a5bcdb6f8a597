package org.alongside.feeder.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How treatment's peer seats and alumni seats lie over each other, for those whose peer seats of treatment have ended and
 * who had an alumni seat. Read from the list of participants.
 *
 * @param bothSeats days for which both seats were held, of those whose hand-off was secured
 * @param gap days from the end of treatment's last peer seat to the first alumni session, where that came later;
 *     the alumni seat may be reserved in between without an open task, because all four lines are secured
 */
record Overlap(Spread bothSeats, Spread gap) {

    static final String PATH = "/participants";
    private static final double HOURS_A_DAY = 24;
    private static final double MINUTES = 60;

    static Overlap of(List<JsonNode> participants) {
        var people =
                participants.stream().flatMap(row -> Person.of(row).stream()).toList();
        return new Overlap(
                Spread.of(people.stream()
                        .filter(Person::permitted)
                        .map(person -> days(person.alumniSince(), person.treatmentEnd()))),
                Spread.of(people.stream()
                        .map(person -> days(person.treatmentEnd(), person.firstSession()))
                        .filter(days -> days > 0)));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / MINUTES / HOURS_A_DAY;
    }

    /** @param permitted the peer seat ended because the hand-off was secured and the first alumni session had been */
    private record Person(Instant alumniSince, Instant firstSession, Instant treatmentEnd, boolean permitted) {

        static Optional<Person> of(JsonNode row) {
            boolean still = seats(row, "seats", "iop").findAny().isPresent();
            var end = instants(seats(row, "ended", "iop"), "until").max(Instant::compareTo);
            var since = Stream.concat(
                            instants(seats(row, "seats", "alumni"), "since"),
                            instants(seats(row, "ended", "alumni"), "from"))
                    .min(Instant::compareTo);
            var session =
                    instants(seats(row, "seats", "alumni"), "firstSessionAt").min(Instant::compareTo);
            boolean permitted =
                    seats(row, "ended", "iop").anyMatch(seat -> "handoff-secured".equals(text(seat, "reason")));
            return still || end.isEmpty() || since.isEmpty() || session.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Person(since.get(), session.get(), end.get(), permitted));
        }

        private static Stream<JsonNode> seats(JsonNode row, String list, String phase) {
            return row.path(list).values().stream().filter(seat -> phase.equals(text(seat, "phase")));
        }

        private static Stream<Instant> instants(Stream<JsonNode> seats, String field) {
            return seats.map(seat -> text(seat, field)).filter(Objects::nonNull).map(Instant::parse);
        }

        private static @Nullable String text(JsonNode seat, String field) {
            return seat.path(field).isString() ? seat.path(field).asString() : null;
        }
    }
}
