package org.alongside.intake.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What one message said of a visit, as it is kept: nothing in it identifies the person. */
public record Said(
        String messageKey,
        Trigger trigger,
        Instant recordedAt,
        Instant sentAt,
        @Nullable Placement placement,
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

    public static Said by(VisitMessage message) {
        return new Said(
                message.messageKey(),
                message.trigger(),
                message.recordedAt(),
                message.sentAt(),
                message.placement(),
                message.admittedAt(),
                message.dischargedAt(),
                message.expectedDischargeAt(),
                message.disposition(),
                message.notedReset());
    }

    private static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
