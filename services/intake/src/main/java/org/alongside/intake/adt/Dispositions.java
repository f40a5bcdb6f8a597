package org.alongside.intake.adt;

import java.util.Set;
import java.util.stream.Stream;

/** How a stay can end; what follows from each is in the centre's rules, not in the feed's codes. */
final class Dispositions {

    static final String DIED = "died";

    private static final Set<String> OURS =
            Set.of("completed", "step-down", "against-advice", "administrative", "hospital", "jail", DIED);

    private Dispositions() {}

    static void allIn(CodeTable table) {
        Stream.concat(table.codes().values().stream(), Stream.ofNullable(table.otherwise()))
                .filter(code -> !OURS.contains(code))
                .findAny()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("No disposition is called " + code + "; there are " + OURS);
                });
    }
}
