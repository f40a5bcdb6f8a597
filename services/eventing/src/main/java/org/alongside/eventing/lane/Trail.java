package org.alongside.eventing.lane;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the end of one partition was seen to move, from which follows since when a record may have been waiting. */
final class Trail {

    private static final int LONGEST = 1_000;

    /** By end offset: when that end was last seen. */
    private final NavigableMap<Long, Instant> seen = new TreeMap<>();

    /**
     * @param read the offset of the oldest record that is not read yet
     * @return since when that record may have been waiting; null when there is none
     */
    @Nullable
    Instant unreadSince(Instant now, long end, long read) {
        seen.put(end, now);
        var before = seen.floorKey(read);
        if (before != null) {
            seen.headMap(before, false).clear();
        }
        while (seen.size() > LONGEST) {
            seen.remove(seen.lowerKey(seen.lastKey()));
        }
        if (read >= end) {
            return null;
        }
        return before == null ? Instant.MIN : seen.get(before);
    }
}
