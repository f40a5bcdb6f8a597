package org.alongside.intake.adt;

import ca.uhn.hl7v2.parser.EncodingCharacters;

/** What a sender separates with, as MSH-1 and MSH-2 declare it. */
record Separators(char field, char component, char repetition, char escape, char subcomponent) {

    static final Separators USUAL = new Separators('|', '^', '~', '\\', '&');

    /** @param header the MSH segment; separators that MSH-2 leaves out are the usual ones */
    static Separators declaredIn(String header) {
        if (header.length() < 5) {
            throw Rule.UNUSABLE_SEPARATORS.at("MSH-1", "MSH-2");
        }
        char field = header.charAt(3);
        int end = header.indexOf(field, 4);
        var rest = header.substring(4, end < 0 ? header.length() : end);
        if (rest.isEmpty() || rest.length() > 5) {
            throw Rule.UNUSABLE_SEPARATORS.at("MSH-2");
        }
        var usual = "^~\\&";
        var all = rest.length() >= 4 ? rest.substring(0, 4) : rest + usual.substring(rest.length());
        if ((field + all).chars().distinct().count() < 5
                || !(field + all).chars().allMatch(Separators::usable)) {
            throw Rule.UNUSABLE_SEPARATORS.at("MSH-1", "MSH-2");
        }
        return new Separators(field, all.charAt(0), all.charAt(1), all.charAt(2), all.charAt(3));
    }

    private static boolean usable(int c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }

    boolean separates(char c) {
        return c == field || c == component || c == repetition || c == subcomponent;
    }

    EncodingCharacters hapi() {
        return new EncodingCharacters(field, component, repetition, escape, subcomponent);
    }

    String inMsh2() {
        return "" + component + repetition + escape + subcomponent;
    }
}
