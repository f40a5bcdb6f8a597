package org.alongside.intake.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing said about one visit, by the EHR's feed or by staff, already in our codes.
 *
 * @param messageKey hash of sender, control id and content; a repetition of it changes nothing
 * @param sender application and facility joined by {@code |}, or {@code staff}
 * @param recordedAt when the sender recorded it (EVN-2): the order of what is said
 * @param sentAt when it was sent (MSH-7): the order of what was recorded at the same instant
 * @param visitNumber unique within the sender; without one the message says something of the person alone
 * @param admittedAt when the visit began (PV1-44, else EVN-6): sets times, never the order
 * @param dischargedAt when it ended (PV1-45, else EVN-6; of a death that an update tells, PID-29)
 * @param disposition our code, after the centre's table; of an update it corrects a discharge, and a death is one
 * @param notedReset the sender used its control id before, with other content
 */
public record VisitMessage(
        String messageKey,
        String sender,
        Trigger trigger,
        Instant recordedAt,
        Instant sentAt,
        Identity identity,
        @Nullable Demographics demographics,
        @Nullable String visitNumber,
        @Nullable Whereabouts whereabouts,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable Instant expectedDischargeAt,
        @Nullable String disposition,
        boolean notedReset) {

    /** Something else that was said of the same visit of the same person. */
    public VisitMessage also(Said said) {
        return new VisitMessage(
                said.messageKey(),
                sender,
                said.trigger(),
                said.recordedAt(),
                said.sentAt(),
                identity,
                null,
                visitNumber,
                said.whereabouts(),
                said.admittedAt(),
                said.dischargedAt(),
                said.expectedDischargeAt(),
                said.disposition(),
                said.counterReset());
    }

    /** The same, of a sender that used its control id before for something else. */
    public VisitMessage noted() {
        return new VisitMessage(
                messageKey,
                sender,
                trigger,
                recordedAt,
                sentAt,
                identity,
                demographics,
                visitNumber,
                whereabouts,
                admittedAt,
                dischargedAt,
                expectedDischargeAt,
                disposition,
                true);
    }

    @Override
    public String toString() {
        return "VisitMessage[" + trigger + " " + messageKey + "]";
    }
}
