package org.alongside.intake.adt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.intake.visit.VisitMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** A message of the feed, from before it is acknowledged. What it says is kept only until it is applied. */
sealed interface ReceivedMessage {

    /** So long a sender may repeat a message, and staff may look at what became of it. */
    Duration KEPT = Duration.ofDays(30);

    /** So long a message in flight is left to whoever received it, before anybody else applies it. */
    Duration IN_FLIGHT = Duration.ofSeconds(5);

    Head head();

    /** When there is something to be done with it: apply it, or let it go. */
    default Instant dueAt() {
        var received = head().receivedAt();
        return received.plus(this instanceof Unapplied ? IN_FLIGHT : KEPT);
    }

    /**
     * What may be shown of any message.
     *
     * @param sender application and facility of a configured sender, otherwise {@code unknown}
     * @param messageKey hash of sender, control id and content
     */
    record Head(
            String sender, String controlIdHash, @Nullable String trigger, String messageKey, Instant receivedAt) {}

    /** Kept, and still to be applied. */
    @TypeAlias("message-unapplied")
    record Unapplied(Head head, VisitMessage says) implements ReceivedMessage {}

    /** It is in the person's document. */
    @TypeAlias("message-applied")
    record Applied(
            Head head,
            String patientId,
            @Nullable String admissionId,
            boolean early,
            boolean notedReset,
            List<String> notes)
            implements ReceivedMessage {}

    /** Not taken; staff see why. What was sent is the sender's to send again. */
    @TypeAlias("message-refused")
    record Refused(Head head, String rule, List<String> fields) implements ReceivedMessage {}

    /** By the word that staff ask for. */
    enum State {
        UNAPPLIED("message-unapplied"),
        APPLIED("message-applied"),
        REFUSED("message-refused");

        private final String alias;

        State(String alias) {
            this.alias = alias;
        }

        String alias() {
            return alias;
        }
    }
}
