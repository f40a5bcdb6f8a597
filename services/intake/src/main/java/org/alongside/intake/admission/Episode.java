package org.alongside.intake.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Plan;
import org.alongside.intake.visit.Stay;
import org.alongside.intake.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What all visits of a person say an admission is: stays in one programme with gaps of at most the centre's limit. It is
 * folded anew from everything said, so it does not depend on the order of arrival.
 */
public record Episode(String programme, List<Part> parts) {

    private static final Comparator<Part> ORDER = Comparator.<Part, Instant>comparing(
                    p -> p.stay().admittedAt())
            .thenComparing(Part::visit)
            .thenComparing(Part::number);

    /**
     * One stay of it.
     *
     * @param visit the key of its visit
     * @param number of the stay within the visit
     */
    public record Part(String visit, int number, Stay stay) {}

    public static List<Episode> of(Collection<Visit> visits, Duration gap) {
        var programmes = new TreeMap<String, List<Part>>();
        for (var visit : visits) {
            var stays = visit.fold().stays();
            for (int n = 0; n < stays.size(); n++) {
                programmes
                        .computeIfAbsent(stays.get(n).placement().programme(), p -> new ArrayList<>())
                        .add(new Part(visit.key(), n, stays.get(n)));
            }
        }
        var episodes = new ArrayList<Episode>();
        programmes.forEach((programme, parts) -> {
            parts.sort(ORDER);
            split(parts, gap).forEach(some -> episodes.add(new Episode(programme, List.copyOf(some))));
        });
        episodes.sort(Comparator.comparing(Episode::admittedAt).thenComparing(Episode::programme));
        return List.copyOf(episodes);
    }

    private static List<List<Part>> split(List<Part> inOrder, Duration gap) {
        var clusters = new ArrayList<List<Part>>();
        var end = Instant.MIN;
        for (var part : inOrder) {
            if (clusters.isEmpty() || part.stay().admittedAt().isAfter(plus(end, gap))) {
                clusters.add(new ArrayList<>());
                end = Instant.MIN;
            }
            clusters.getLast().add(part);
            end = later(end, end(part.stay()));
        }
        return clusters;
    }

    private static Instant end(Stay stay) {
        return switch (stay) {
            case Stay.Current current -> Instant.MAX;
            case Stay.Ended ended -> ended.dischargedAt();
        };
    }

    private static Instant plus(Instant end, Duration gap) {
        return end.equals(Instant.MAX) ? end : end.plus(gap);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    Instant admittedAt() {
        return parts.getFirst().stay().admittedAt();
    }

    List<String> visits() {
        return parts.stream().map(Part::visit).distinct().sorted().toList();
    }

    /** The stay that holds now: the latest open one. */
    Optional<Stay.Current> current() {
        return open().map(p -> (Stay.Current) p.stay()).reduce((a, b) -> b);
    }

    /** The visits a person is in now; more than one where a sender numbers parts of a stay. */
    List<String> openVisits() {
        return open().map(Part::visit).distinct().toList();
    }

    /** How it ended, unless it has not. */
    Optional<Stay.Ended> ending() {
        return current().isPresent() ? Optional.empty() : ended().max(Comparator.comparing(Stay.Ended::dischargedAt));
    }

    /** Whether someone left then, and so, whatever came after it. */
    boolean has(Instant dischargedAt, String disposition) {
        return ended().anyMatch(e ->
                e.dischargedAt().equals(dischargedAt) && e.disposition().equals(disposition));
    }

    /** The first return after a discharge. */
    Instant returnedAfter(Instant dischargedAt) {
        return parts.stream()
                .map(p -> p.stay().admittedAt())
                .filter(at -> !at.isBefore(dischargedAt))
                .findFirst()
                .orElseGet(() -> parts.getLast().stay().admittedAt());
    }

    Stay decisive() {
        return current().<Stay>map(c -> c).orElseGet(() -> ending().orElseThrow());
    }

    Placement placement() {
        return decisive().placement();
    }

    @Nullable
    Plan plan() {
        return current().map(Stay.Current::plan).orElse(null);
    }

    private Stream<Part> open() {
        return parts.stream().filter(p -> p.stay() instanceof Stay.Current);
    }

    private Stream<Stay.Ended> ended() {
        return parts.stream()
                .map(Part::stay)
                .filter(Stay.Ended.class::isInstance)
                .map(Stay.Ended.class::cast);
    }
}
