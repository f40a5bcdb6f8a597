package org.alongside.intake.visit;

import java.util.Set;

/** How a stay may end, in our codes; the centre's table leads from its own codes to these. */
public final class Dispositions {

    public static final String DIED = "died";

    /**
     * What a discharge without a disposition counts as: the one that is followed up most closely, so nobody falls between
     * for want of a code. It is noted on the worklist.
     */
    public static final String WHEN_MISSING = "completed";

    public static final Set<String> ALL =
            Set.of("completed", "step-down", "against-advice", "administrative", "hospital", "jail", DIED);

    private Dispositions() {}
}
