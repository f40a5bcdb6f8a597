package org.alongside.groups.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.alongside.groups.Code;

/** Why a session falls out. It is told to others, so nobody's own words are taken. */
public enum CancellationReason {
    FACILITATOR_ILL,
    FACILITATOR_AWAY,
    HOLIDAY,
    NO_ROOM,
    WEATHER,
    TOO_FEW,
    OTHER;

    @JsonValue
    public String code() {
        return Code.of(this);
    }

    @JsonCreator
    static CancellationReason of(String code) {
        return Code.read(CancellationReason.class, "reason", code);
    }
}
