package org.alongside.eventing.document;

/** Told whenever a {@link CutPoint} is reached. Does nothing unless a fault campaign replaces it. */
@FunctionalInterface
public interface CutPoints {

    CutPoints NONE = point -> {};

    void reached(CutPoint point);
}
