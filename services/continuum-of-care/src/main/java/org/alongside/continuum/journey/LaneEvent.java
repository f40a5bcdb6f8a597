package org.alongside.continuum.journey;

import org.jspecify.annotations.Nullable;

/** What mentorship and groups tell of lanes that wait for staff; the lane of such a record is the parked lane's id. */
sealed interface LaneEvent {

    /** @param lane the person whose records wait, where the record's key was a person's id */
    record Parked(String source, @Nullable String lane, String type) implements LaneEvent {}

    record Unparked() implements LaneEvent {}
}
