package org.alongside.groups.group;

import java.util.Locale;

/** Which part of a person's way a group belongs to. Clinical groups are in neither: they end with treatment. */
public enum Phase {
    IOP,
    ALUMNI;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
