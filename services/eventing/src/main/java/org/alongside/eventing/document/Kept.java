package org.alongside.eventing.document;

import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read.
 *
 * @param version 0 when there is no document yet; raised by every write except the relay's clearing
 * @param state null when nothing was decided yet
 * @param owed what it still has to do to sibling documents, by entry id
 * @param frozen a lane of this document is parked: only facts may be recorded, nothing new decided
 */
public record Kept<S>(String id, long version, @Nullable S state, Map<String, Owed> owed, boolean frozen) {

    public S orElse(S shell) {
        return state == null ? shell : state;
    }

    /** @throws NoSuchElementException when nothing was decided yet */
    public S orElseThrow() {
        if (state == null) {
            throw new NoSuchElementException("Nothing was decided yet");
        }
        return state;
    }
}
