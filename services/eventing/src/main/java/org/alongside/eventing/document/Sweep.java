package org.alongside.eventing.document;

/** Something that is looked at now and then because a crash may have left it half done, or time has passed. */
@FunctionalInterface
public interface Sweep {

    void run();
}
