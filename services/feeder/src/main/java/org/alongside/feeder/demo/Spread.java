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
        return of == 0
                ? "nobody"
                : String.format(Locale.ROOT, "%d people: median %.1f %s (%.1f to %.1f)", of, median, unit, least, most);
    }
}
