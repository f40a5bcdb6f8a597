package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.alongside.groups.timetable.Window;

/**
 * One person and one need, as the rules see them.
 *
 * @param otherGroups where the person holds, waits for or has asked for another seat
 * @param apartGroups where somebody sits or waits who must be kept apart from the person
 * @param left groups the person left during the stay
 */
record Candidate(
        Known known,
        Phase phase,
        List<Group> otherGroups,
        List<Therapy> therapy,
        Set<String> apartGroups,
        Set<String> left,
        Instant now) {

    /** Only where no rule has refused the group: without a profile one does. */
    Profile profile() {
        return Objects.requireNonNull(known.profile());
    }

    /** Therapy of one open stay. */
    record Therapy(List<Window> blocks, List<Window> peerHours) {

        boolean clashesWith(Window hour, Instant now) {
            return blocks.stream().anyMatch(block -> block.overlaps(hour, now))
                    && peerHours.stream().noneMatch(peer -> hour.isInside(peer, now));
        }
    }
}
