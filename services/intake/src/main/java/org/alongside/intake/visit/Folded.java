package org.alongside.intake.visit;

import java.util.List;

/**
 * What all messages of a visit say together.
 *
 * @param stays in their order; none if it was never admitted, or cancelled
 * @param notes codes of what staff should look at
 */
public record Folded(State state, List<Stay> stays, List<String> notes) {

    /** Where a visit stands. */
    public enum State {
        NEVER_ADMITTED("never-admitted"),
        OPEN("open"),
        DISCHARGED("discharged"),
        CANCELLED("cancelled");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
