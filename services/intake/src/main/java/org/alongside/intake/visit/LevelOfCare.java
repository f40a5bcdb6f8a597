package org.alongside.intake.visit;

import java.util.Map;
import java.util.Set;

/** An ASAM level; the same code means different things in different editions, so neither goes without the other. */
public record LevelOfCare(String edition, String code) {

    private static final Map<String, Set<String>> LEVELS = Map.of(
            "3",
            Set.of("1", "2.1", "2.5", "3.1", "3.3", "3.5", "3.7", "4", "1-wm", "2-wm", "3.2-wm", "3.7-wm", "4-wm"),
            "4",
            Set.of("1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4"));

    /** Whether the edition has this level. */
    public boolean known() {
        return LEVELS.getOrDefault(edition, Set.of()).contains(code);
    }
}
