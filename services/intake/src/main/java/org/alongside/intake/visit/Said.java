package org.alongside.intake.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one message said of a visit, as it is kept: nothing in it identifies the person.
 *
 * @param admittedAt when a stay began; of a cancellation by staff, when the admission began that did not happen
 * @param dischargedAt when it ended; of a cancellation by staff, when that admission ended, unless it is open
 */
public record Said(
        String messageKey,
        Trigger trigger,
        Instant recordedAt,
        Instant sentAt,
        @Nullable Whereabouts whereabouts,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable Instant expectedDischargeAt,
        @Nullable String disposition,
        boolean counterReset) {

    /** By EVN-2, then MSH-7, then the order of a stay; the key only makes the order total. */
    static final Comparator<Said> ORDER = Comparator.comparing(Said::recordedAt)
            .thenComparing(Said::sentAt)
            .thenComparing(Said::trigger)
            .thenComparing(Said::messageKey);

    public Said {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
        sentAt = sentAt.truncatedTo(ChronoUnit.MILLIS);
        admittedAt = millis(admittedAt);
        dischargedAt = millis(dischargedAt);
        expectedDischargeAt = millis(expectedDischargeAt);
    }

    /** A feed that cancels means the whole visit, whatever times it repeats. */
    public static Said by(VisitMessage message) {
        boolean cancels = message.trigger() == Trigger.A11;
        return new Said(
                message.messageKey(),
                message.trigger(),
                message.recordedAt(),
                message.sentAt(),
                message.whereabouts(),
                cancels ? null : message.admittedAt(),
                cancels ? null : message.dischargedAt(),
                message.expectedDischargeAt(),
                message.disposition(),
                message.notedReset());
    }

    private static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
