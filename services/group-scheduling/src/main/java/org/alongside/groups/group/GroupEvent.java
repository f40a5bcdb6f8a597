package org.alongside.groups.group;

import java.time.Instant;
import org.alongside.eventing.document.Told;
import org.jspecify.annotations.Nullable;

/** What a group tells on its own lane. */
sealed interface GroupEvent {

    record GroupChanged(String groupId, String centreId) implements GroupEvent {}

    record SessionCancelled(
            String groupId,
            String centreId,
            Instant startsAt,
            String zone,
            int minutes,
            @Nullable CancellationReason reason)
            implements GroupEvent {}

    default Told told() {
        return switch (this) {
            case GroupChanged e -> new Told("group-changed", "1.0.0", e);
            case SessionCancelled e -> new Told("session-cancelled", "1.0.0", e);
        };
    }
}
