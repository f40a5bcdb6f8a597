package org.alongside.intake.visit;

import java.time.Instant;
import java.util.List;

/**
 * What all messages of a visit say together.
 *
 * @param stays in their order; none if it was never admitted, or cancelled
 * @param notes what staff should look at; the same code once for each time it was recorded
 */
public record Folded(State state, List<Stay> stays, List<Note> notes) {

    /**
     * Something that staff should look at.
     *
     * @param since when what it is about was recorded; when that happened would not tell what is news
     */
    public record Note(String code, Instant since) {}

    List<String> noteCodes() {
        return notes.stream().map(Note::code).distinct().toList();
    }

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
