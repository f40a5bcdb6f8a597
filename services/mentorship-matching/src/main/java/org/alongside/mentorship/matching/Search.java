package org.alongside.mentorship.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** Where the search for one person's mentor stands. */
sealed interface Search {

    /** The proposal that is under way, if one is. */
    default @Nullable Proposal proposal() {
        return null;
    }

    /** Nobody is looked for. @param reason a code: {@code matched}, or what has to happen first */
    @TypeAlias(IDLE)
    record Idle(String reason) implements Search {}

    /** The mentor's place is being claimed; nothing was told yet. */
    @TypeAlias(CLAIMING)
    record Claiming(Proposal proposal) implements Search {}

    /**
     * The mentor's place is held, and both are asked.
     *
     * @param requestId the request that was told of it last, if one was
     */
    @TypeAlias(OFFERED)
    record Offered(
            Proposal proposal,
            String offerId,
            Instant expires,
            boolean patientAccepted,
            boolean mentorAccepted,
            @Nullable String requestId)
            implements Search {

        Offered acceptedBy(Side side) {
            return new Offered(
                    proposal,
                    offerId,
                    expires,
                    patientAccepted || side == Side.PATIENT,
                    mentorAccepted || side == Side.MENTOR,
                    requestId);
        }

        Offered toldTo(@Nullable Continuity asked) {
            var request = asked == null ? null : asked.requestId();
            return new Offered(proposal, offerId, expires, patientAccepted, mentorAccepted, request);
        }

        boolean acceptedByBoth() {
            return patientAccepted && mentorAccepted;
        }
    }

    /**
     * Nobody fits now.
     *
     * @param lookAgain when to look although nothing was freed
     * @param requestId the request that was told it waits, if one was
     */
    @TypeAlias(WAITING)
    record Waiting(Instant lookAgain, @Nullable String requestId) implements Search {}

    String IDLE = "idle";
    String CLAIMING = "claiming";
    String OFFERED = "offered";
    String WAITING = "waiting";
}
