package org.alongside.audit.finding;

import java.util.Locale;

/** What must be zero. The first six are the audit's; the last says whether what was told is what was promised. */
public enum Count {
    /** Something that was acknowledged or decided has no effect where its effect belongs. */
    LOST,
    /** One cause has two effects, or one number or id stands for two things. */
    DOUBLED,
    /** The first appearances of a lane's numbers do not rise, or an end was told before its beginning. */
    OUT_OF_ORDER,
    /** A mentor above capacity, a group above its places, or a claim that person and place disagree about. */
    OVER_BOOKED,
    /** A person with two seats that clash, two seats in one group, or two matches, at once. */
    DOUBLE_SEATED,
    /** Somebody after discharge with neither all four lines secured nor an open task that a named person has. */
    FELL_BETWEEN,
    /** A record that does not fit its schema or its envelope. */
    INVALID;

    /** As it is printed, and as a field of the JSON report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
