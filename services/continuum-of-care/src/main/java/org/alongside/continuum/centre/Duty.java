package org.alongside.continuum.centre;

/** What somebody on the staff is there for. */
public enum Duty {
    COORDINATOR,
    ON_CALL,
    PEER_SUPERVISOR
}
