package org.alongside.intake.visit;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What all messages of a visit say together.
 *
 * @param stays in their order; none if it was never admitted, or cancelled
 * @param notes what staff should look at; the same code once for each time it was recorded
 */
public record Folded(State state, List<Stay> stays, List<Note> notes) {

    /** Every code that a note may have. */
    public static final Set<String> NOTES = Set.of(
            Folding.NOTHING_TO_TAKE_BACK,
            Folding.LEFT_BEFORE_ADMITTED,
            Folding.COUNTER_RESET,
            Folding.NO_DISPOSITION,
            Folding.NO_PLACEMENT);

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
