package org.alongside.groups.participant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.alongside.groups.Code;

/** Why a seat or a wait is ended by hand. It is told to others, so nobody's own words are taken. */
enum LeavingReason {
    LEFT,
    MOVED_AWAY,
    NO_TIME,
    NO_FIT,
    STAFF_DECISION,
    OTHER;

    @JsonValue
    String code() {
        return Code.of(this);
    }

    @JsonCreator
    static LeavingReason of(String code) {
        return Code.read(LeavingReason.class, "reason", code);
    }
}
