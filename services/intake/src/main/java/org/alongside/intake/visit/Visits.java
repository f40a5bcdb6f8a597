package org.alongside.intake.visit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The visits of one person, by {@link Visit#key()}. */
public final class Visits {

    private Visits() {}

    /**
     * The visit that a sender means by a number. What staff entered by hand under the same number is the same visit, so a
     * feed that starts later goes on with it.
     */
    public static Visit of(Map<String, Visit> visits, String sender, String number) {
        var exact = visits.get(Visit.key(sender, number));
        if (exact != null && !exact.said().isEmpty()) {
            return exact;
        }
        var other = sender.equals(Visit.STAFF)
                ? visits.values().stream()
                        .filter(v -> v.number().equals(number) && !v.said().isEmpty())
                        .findFirst()
                : Optional.ofNullable(visits.get(Visit.key(Visit.STAFF, number)));
        return other.map(v -> v.sender().equals(Visit.STAFF) ? v.numberedBy(sender) : v)
                .orElseGet(() -> Visit.unheard(sender, number));
    }

    /** Where a feed goes on with what staff began, nothing but the name stays behind, so it is still found by that. */
    public static Map<String, Visit> with(Map<String, Visit> visits, Visit changed) {
        var all = new TreeMap<>(visits);
        all.put(changed.key(), changed);
        if (!changed.sender().equals(Visit.STAFF)) {
            var left = Visit.unheard(Visit.STAFF, changed.number());
            all.computeIfPresent(left.key(), (key, taken) -> left);
        }
        return new LinkedHashMap<>(all);
    }
}
