package org.alongside.continuum.handoff;

import java.time.Duration;
import java.time.Instant;
import org.alongside.continuum.centre.CentreCalendar;
import org.jspecify.annotations.Nullable;

/**
 * By when a line has to be secured (defaults from {@code domain.md}, "After discharge").
 *
 * @param alumniSeatWorkingDays the alumni seat is named within so many working days of the discharge
 * @param firstSession after a sudden discharge the first alumni session takes place within this time
 * @param grace how long the answers of the other services may take before a person is asked to look after an open line;
 *     a deadline is never sooner than that, so that a discharge told late does not alarm before anything was tried
 */
public record HandoffPolicy(
        CentreCalendar calendar,
        Duration peerContact,
        Duration firstCheckIn,
        Duration leaveToContact,
        int alumniSeatWorkingDays,
        Duration firstSession,
        Duration grace) {

    /** The end of the last day of treatment for a planned discharge, none without a date; by its own rule after the discharge. */
    public @Nullable Instant deadline(
            Line line, @Nullable Instant plannedFor, @Nullable Instant discharged, Instant now) {
        if (discharged != null) {
            return later(afterDischarge(line, discharged), now.plus(grace));
        }
        return plannedFor == null ? null : later(calendar.endOfDay(plannedFor), now.plus(grace));
    }

    /** The deadline of a line that has fallen back: counted from now, and the planned day where that is still ahead. */
    public @Nullable Instant afresh(
            Line line, @Nullable Instant plannedFor, @Nullable Instant discharged, Instant now) {
        return discharged == null
                ? deadline(line, plannedFor, null, now)
                : later(afterDischarge(line, now), now.plus(grace));
    }

    /**
     * Whether an alumni seat, although named in time, begins later than somebody who left suddenly should wait for a
     * first session.
     */
    public boolean beginsLate(Handoff handoff, Instant begins) {
        return handoff.kind() == Handoff.Kind.SUDDEN
                && handoff.discharged() != null
                && !handoff.firstSessionHeld()
                && begins.isAfter(handoff.discharged().plus(firstSession));
    }

    private Instant afterDischarge(Line line, Instant from) {
        return switch (line) {
            case ALUMNI_SEAT -> calendar.workingDaysAfter(from, alumniSeatWorkingDays);
            case PEER_CONTACT -> from.plus(peerContact);
            case FIRST_CHECK_IN -> from.plus(firstCheckIn);
            case LEAVE_TO_CONTACT -> from.plus(leaveToContact);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
