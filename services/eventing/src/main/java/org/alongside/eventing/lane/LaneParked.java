package org.alongside.eventing.lane;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a lane that waits for staff.
 *
 * @param parkedLaneId the same each time this service parks this lane
 * @param source the short name of the service whose record could not be applied
 * @param lane the id of the document it is about; null when the record's key is no such id, because a key that is none
 *     may be anything
 * @param type the wire name without the service, or {@code unreadable}, or {@code unknown}
 */
public record LaneParked(
        String parkedLaneId, String source, @Nullable String lane, String type) {

    private static final Pattern OPAQUE = Pattern.compile("[0-9a-f]{32}");

    /** @param service the short name of the one that parked it */
    public static LaneParked of(String service, String source, String lane, String type) {
        return new LaneParked(
                id(service, source, lane), source, OPAQUE.matcher(lane).matches() ? lane : null, type);
    }

    static String id(String service, String source, String lane) {
        var named = String.join("/", service, source, lane).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(named).toString();
    }
}
