package org.alongside.feeder.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Topics;

/**
 * How long people waited for their first offer after everything for it was there: admission, profile or release, and, where
 * it was signed before, the consent to disclose to peers. By the centre's clock, as the events carry it: between its jumps
 * of half a day it runs as real time, so an offer that needs no waiting shows real seconds, and a wait shows days.
 *
 * @param atOnce seconds, of those who were offered somebody in the same half-day
 * @param waited days, of those for whom there was no room then
 * @param inLine days of each wait in the line of a full group that ended with a seat of that phase
 */
record Speed(Spread atOnce, Spread waited, Spread inLine) {

    private static final double MILLIS = 1000;
    private static final double HOURS_A_DAY = 24;
    /** A wait that is over by such a release goes on in the line of another group, or ends there with a seat. */
    private static final Set<String> MOVED = Set.of("moved-to-free-place", "moved-by-staff");

    private static final Duration THE_SAME_HALF_DAY = Duration.ofHours(6);

    static Speed readFrom(String kafka) {
        try (var topics = new Topics(kafka)) {
            return of(topics.read(topics.ends()).facts());
        }
    }

    static Speed of(List<Fact> facts) {
        Map<String, Waiting> people = new HashMap<>();
        facts.forEach(
                fact -> people.computeIfAbsent(fact.key(), key -> new Waiting()).hear(fact));
        var waits = people.values().stream()
                .filter(Waiting::complete)
                .map(Waiting::toTheOffer)
                .toList();
        return new Speed(
                Spread.of(waits.stream().filter(Speed::atOnce).map(wait -> wait.toMillis() / MILLIS)),
                Spread.of(waits.stream().filter(wait -> !atOnce(wait)).map(Speed::days)),
                Spread.of(people.values().stream()
                        .flatMap(person -> person.inLine.stream())
                        .map(Speed::days)));
    }

    private static double days(Duration wait) {
        return wait.toHours() / HOURS_A_DAY;
    }

    private static boolean atOnce(Duration wait) {
        return wait.compareTo(THE_SAME_HALF_DAY) < 0;
    }

    /** @param seatId of the wait, and of the seat it may become */
    private record Line(String seatId, Instant since) {}

    /** What is known of one person; the first of each kind counts. */
    private static final class Waiting {

        private final Map<String, Instant> first = new HashMap<>();
        private final Map<String, Line> lines = new HashMap<>();
        private final List<Duration> inLine = new ArrayList<>();

        void hear(Fact fact) {
            hearOfSeats(fact);
            boolean consent =
                    fact.is("consent-granted") && fact.text("consent.kind").equals("peer-disclosure");
            boolean profile = fact.is("peer-profile-updated")
                    && fact.data().path("profile").isObject();
            if (consent || profile || fact.is("patient-admitted", "mentor-proposed")) {
                first.merge(fact.type(), fact.time(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }

        private void hearOfSeats(Fact fact) {
            var need = fact.text("admissionId") + " " + fact.text("phase");
            if (fact.is("seat-waitlisted") && !fact.text("seatId").isEmpty()) {
                var line = lines.get(need);
                lines.put(need, new Line(fact.text("seatId"), line == null ? fact.time() : line.since()));
            } else if (fact.is("seat-reserved", "seat-promoted") && lines.containsKey(need)) {
                inLine.add(Duration.between(lines.remove(need).since(), fact.time()));
            } else if (fact.is("seat-released") && !MOVED.contains(fact.text("reason"))) {
                lines.values().removeIf(line -> line.seatId().equals(fact.text("seatId")));
            }
        }

        boolean complete() {
            return first.containsKey("mentor-proposed")
                    && first.containsKey("patient-admitted")
                    && first.containsKey("peer-profile-updated")
                    && first.get("peer-profile-updated").isBefore(first.get("mentor-proposed"));
        }

        Duration toTheOffer() {
            var ready = Stream.of("patient-admitted", "peer-profile-updated", "consent-granted")
                    .flatMap(type -> before(type).stream())
                    .max(Instant::compareTo)
                    .orElseThrow();
            return Duration.between(ready, first.get("mentor-proposed"));
        }

        private Optional<Instant> before(String type) {
            return Optional.ofNullable(first.get(type)).filter(at -> at.isBefore(first.get("mentor-proposed")));
        }
    }
}
