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
        if (exact != null) {
            return exact;
        }
        var other = sender.equals(Visit.STAFF)
                ? visits.values().stream()
                        .filter(v -> v.number().equals(number))
                        .findFirst()
                : Optional.ofNullable(visits.get(Visit.key(Visit.STAFF, number)));
        return other.map(v -> v.sender().equals(Visit.STAFF) ? v.numberedBy(sender) : v)
                .orElseGet(() -> Visit.unheard(sender, number));
    }

    public static Map<String, Visit> with(Map<String, Visit> visits, Visit changed) {
        var all = new TreeMap<>(visits);
        if (!changed.sender().equals(Visit.STAFF)) {
            all.remove(Visit.key(Visit.STAFF, changed.number()));
        }
        all.put(changed.key(), changed);
        return new LinkedHashMap<>(all);
    }
}
