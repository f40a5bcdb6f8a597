package org.alongside.eventing.lane;

/** A record that stays as it is however often it is read. Says why without saying what is in it. */
final class Unapplicable extends Exception {

    private static final long serialVersionUID = 1L;

    static final String UNREADABLE = "unreadable";

    private final String type;

    Unapplicable(String type, String why) {
        super(why, null, false, false);
        this.type = type;
    }

    /** The wire name without the service, or {@link #UNREADABLE}. */
    String type() {
        return type;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
