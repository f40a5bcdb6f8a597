package org.alongside.groups.group;

import java.time.Instant;
import java.util.Comparator;

/**
 * Somebody who waits for a place of one group.
 *
 * @param handoff the hand-off asked for it: such a wait goes before all others
 * @param since when the person began to need it, wherever they waited before
 */
public record InLine(String claimId, String patientId, boolean handoff, Instant since) {

    static final Comparator<InLine> ORDER = Comparator.comparing(InLine::handoff)
            .reversed()
            .thenComparing(InLine::since)
            .thenComparing(InLine::claimId);
}
