package org.alongside.intake.visit;

/**
 * A record number and who gave it out; numbers are unique only within their authority.
 * Its text form never shows the number.
 */
public record Identity(String authority, String number) {

    public Identity {
        if (authority.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("An identity needs an authority and a number");
        }
    }

    @Override
    public String toString() {
        return "Identity[withheld]";
    }
}
