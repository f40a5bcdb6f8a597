package org.alongside.standalone;

/**
 * How quiet it is.
 *
 * @param pending documents with something to tell or to do
 * @param unread records that some service has not applied yet
 * @param unapplied messages from the EHR that are stored and not applied
 * @param told events told so far; unequal in two readings means that something happened in between
 */
record Reading(long pending, long unread, long unapplied, long told) {

    boolean nothingLeft() {
        return pending == 0 && unread == 0 && unapplied == 0;
    }
}
