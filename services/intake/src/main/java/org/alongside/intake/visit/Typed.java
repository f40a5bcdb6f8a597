package org.alongside.intake.visit;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of people and visits, and who gives them out, as staff type them: taken as a feed's are, so that both mean
 * the same person and the same visit.
 */
public final class Typed {

    /** As long as a feed's may be. */
    public static final int LONGEST = 500;

    /** Nobody sees a control or a format character, so nobody would know why it is another number. */
    public static final String VISIBLE = "\\P{C}*";

    private Typed() {}

    /** Without the blanks around it, also those that do not break a line; what is missing is empty. */
    public static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.replace('\u00a0', ' ').strip();
    }
}
