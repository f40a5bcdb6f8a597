package org.alongside.mentorship.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alongside.eventing.web.Refused;

/** Why a match ended: one of two fixed lists, so that nobody's story is told with it. */
sealed interface EndReason {

    /** What somebody may say when they end a match; nobody is asked to. */
    enum Said implements EndReason {
        MOVED_AWAY,
        SCHEDULE,
        NO_FIT,
        GOALS_REACHED,
        OTHER;

        @JsonCreator
        static Said of(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst()
                    .orElseThrow(Said::unknown);
        }

        private static Refused unknown() {
            var known = Arrays.stream(values()).map(Said::code).collect(Collectors.joining(", "));
            return Refused.invalid("unknown-code", "reason", "One of these, or none at all: " + known + ".");
        }

        @JsonValue
        String code() {
            return EndReason.code(this);
        }
    }

    /** What the programme itself ends a match for. */
    enum Found implements EndReason {
        ADMISSION_CANCELLED,
        CONSENT_ENDED,
        DECEASED,
        HANDED_OVER,
        MENTOR_SUSPENDED,
        NO_FIRST_CONTACT,
        NO_PLACE,
        VETOED;

        @JsonValue
        String code() {
            return EndReason.code(this);
        }
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
