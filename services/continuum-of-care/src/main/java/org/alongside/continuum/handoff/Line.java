package org.alongside.continuum.handoff;

/** What has to be there before the last treatment seat may end. */
public enum Line {
    ALUMNI_SEAT("alumni-seat", "a seat in an alumni group", true),
    PEER_CONTACT("peer-contact", "a peer who stays or takes over", true),
    FIRST_CHECK_IN("first-check-in", "a first check-in with a date", false),
    LEAVE_TO_CONTACT("leave-to-contact", "the consent to be contacted after discharge", false);

    private final String code;
    private final String words;
    private final boolean requested;

    Line(String code, String words, boolean requested) {
        this.code = code;
        this.words = words;
        this.requested = requested;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** Whether another service is asked for it; the others are decided here, from the consent and the date. */
    public boolean requested() {
        return requested;
    }
}
