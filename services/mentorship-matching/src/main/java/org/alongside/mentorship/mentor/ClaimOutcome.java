package org.alongside.mentorship.mentor;

/** What came of a claim. */
public enum ClaimOutcome {
    TAKEN,
    REFUSED
}
