package org.alongside.feeder.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Several measurements in a few words. */
record Spread(int of, double least, double median, double most) {

    static final Spread NONE = new Spread(0, 0, 0, 0);

    static Spread of(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.isEmpty()
                ? NONE
                : new Spread(sorted.size(), sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }

    String in(String unit) {
        return of == 0 ? "nobody" : of + " people: " + figures(unit);
    }

    /** Where one person may be counted several times. */
    String ofWaits(String unit) {
        return of == 0 ? "no wait" : of + " waits: " + figures(unit);
    }

    private String figures(String unit) {
        return String.format(Locale.ROOT, "median %.1f %s (%.1f to %.1f)", median, unit, least, most);
    }
}
