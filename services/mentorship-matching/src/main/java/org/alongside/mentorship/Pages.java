package org.alongside.mentorship;

import org.alongside.eventing.web.Refused;

/** How many entries a list gives at once. */
public final class Pages {

    public static final String DEFAULT = "50";
    private static final int MOST = 200;

    private Pages() {}

    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refused.invalid("limit-out-of-range", "limit", "A page has 1 to " + MOST + " entries.");
        }
        return asked;
    }
}
