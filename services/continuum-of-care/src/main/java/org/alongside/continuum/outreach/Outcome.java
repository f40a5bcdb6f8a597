package org.alongside.continuum.outreach;

import java.util.Set;

/** The outcomes that staff may give, as codes; free text about a person has no place here. */
public final class Outcome {

    public static final String DECLINED = "declined";
    public static final String WANTS_SUPPORT = "wants-support";

    /** Of one attempt. */
    public static final Set<String> OF_ATTEMPTS =
            Set.of("reached", "no-answer", "left-message", "wrong-number", "call-back-agreed");

    /** Of a whole task. */
    public static final Set<String> OF_TASKS = Set.of(
            "resolved", "reached", "could-not-reach", DECLINED, WANTS_SUPPORT, "returned", "referred", "not-needed");

    private Outcome() {}
}
