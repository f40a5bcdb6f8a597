package org.alongside.eventing.lane;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to the record at which a lane stopped. It is written into the lane before anything happens, and whoever
 * goes on with the lane keeps to it: what is being applied is not skipped, and what is skipped is not applied.
 */
sealed interface Decided {

    /** Stays after a crash, because nobody knows what came of it: the next replay applies it again. */
    record Apply() implements Decided {}

    /**
     * @param by a staffId
     * @param at real time
     */
    record Skip(String reason, String by, Instant at) implements Decided {

        static Skip now(String reason, String by) {
            return new Skip(reason, by, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    Apply APPLY = new Apply();

    default Document stored() {
        return switch (this) {
            case Apply apply -> new Document("apply", true);
            case Skip skip ->
                new Document(
                        "skip",
                        new Document("reason", skip.reason())
                                .append("by", skip.by())
                                .append("at", Date.from(skip.at())));
        };
    }

    static @Nullable Decided from(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        var skip = stored.get("skip", Document.class);
        return skip == null
                ? APPLY
                : new Skip(
                        skip.getString("reason"),
                        skip.getString("by"),
                        skip.getDate("at").toInstant());
    }
}
