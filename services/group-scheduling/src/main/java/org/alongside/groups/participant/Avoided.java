package org.alongside.groups.participant;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who stays away from one person, kept under that person's id so that a look at them need not search everybody's wishes.
 *
 * @param by the latest wish of each, by patientId
 */
record Avoided(Map<String, Wish> by) {

    static final Avoided BY_NOBODY = new Avoided(Map.of());

    /** @param profileVersion of the profile that told it; an older one changes nothing */
    record Wish(int profileVersion, boolean stands) {}

    Avoided with(String patientId, Wish told) {
        var known = by.get(patientId);
        if (known != null && known.profileVersion() >= told.profileVersion()) {
            return this;
        }
        var all = new TreeMap<>(by);
        all.put(patientId, told);
        return new Avoided(all);
    }

    Stream<String> people() {
        return by.entrySet().stream().filter(wish -> wish.getValue().stands()).map(Map.Entry::getKey);
    }
}
