package org.alongside.eventing.document;

/**
 * Carries out owed work of one kind, in two steps that may each be repeated after a crash, at any point, on any
 * instance: first the other document is changed, then the entry is settled in its owner. The relay calls both; an
 * exception leaves the entry where it is and the sweep tries again.
 *
 * @param <O> what came of it at the target
 */
public interface OwedWork<O> {

    /** The collection of the documents that owe. */
    String collection();

    /** The {@link Owed#want()} that this carries out. */
    String want();

    /** Changes the target, which knows the entry if it was done before and then gives the same outcome. */
    O carryOut(String owner, String entry, Owed owed);

    /** Settles the entry in its owner, where the owner still wants it; takes back what is no longer wanted. */
    void settle(String owner, String entry, Owed owed, O outcome);
}
