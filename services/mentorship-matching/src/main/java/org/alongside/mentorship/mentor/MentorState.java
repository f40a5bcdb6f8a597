package org.alongside.mentorship.mentor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a mentor serves: paused takes nobody new, suspended loses at once whoever they walk with. */
public enum MentorState {
    ACTIVE,
    PAUSED,
    SUSPENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
