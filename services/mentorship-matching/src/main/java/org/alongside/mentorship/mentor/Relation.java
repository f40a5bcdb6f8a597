package org.alongside.mentorship.mentor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Two of the three relations of peers. The third, the sponsor, is chosen by the person and never matched. */
public enum Relation {
    MENTOR,
    COACH;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
