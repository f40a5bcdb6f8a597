package org.alongside.intake.consent;

/** What goes with everything that is shared under a consent (42 CFR 2.32, short form). */
public final class Notice {

    public static final String SHORT_FORM = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private Notice() {}
}
