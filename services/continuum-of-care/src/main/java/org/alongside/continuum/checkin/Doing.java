package org.alongside.continuum.checkin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.alongside.eventing.web.Refused;

/** What somebody says of how they are doing. It stays in their document and is in no event. */
public enum Doing {
    WELL("well"),
    STRUGGLING("struggling"),
    USED("used"),
    NOT_SAFE("not-safe");

    private final String code;

    Doing(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether a human has to hear of it at once. */
    public boolean risk() {
        return this == USED || this == NOT_SAFE;
    }

    @JsonCreator
    public static Doing of(String code) {
        return Arrays.stream(values())
                .filter(d -> d.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid("unknown-code", "doing", "One of well, struggling, used, not-safe is needed."));
    }
}
