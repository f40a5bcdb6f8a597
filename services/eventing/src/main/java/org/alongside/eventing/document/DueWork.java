package org.alongside.eventing.document;

/** Decides again about one document because its time has come. Any instance may call it, more than once. */
public interface DueWork {

    /** The collection whose documents are due. */
    String collection();

    void due(String id);
}
