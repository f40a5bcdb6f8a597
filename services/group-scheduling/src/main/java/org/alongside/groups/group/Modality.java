package org.alongside.groups.group;

import java.util.Locale;

/** How a group meets, or how a person wants to meet. */
public enum Modality {
    IN_PERSON,
    VIRTUAL,
    EITHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of ours */
    public static Modality of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean fits(Modality other) {
        return this == other || this == EITHER || other == EITHER;
    }
}
