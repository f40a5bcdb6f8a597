package org.alongside.mentorship.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who ended or answered something. Never with a reason that was not given. */
enum Side {
    PATIENT,
    MENTOR,
    STAFF,
    PROGRAMME;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
