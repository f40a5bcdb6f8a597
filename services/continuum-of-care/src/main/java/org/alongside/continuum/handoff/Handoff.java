package org.alongside.continuum.handoff;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hand-off of one episode.
 *
 * @param plannedFor the date it was planned for, if one is known
 * @param discharged when the person left; null while they are still in treatment
 * @param coverBy since the discharge a line is open: by then somebody owns a task for it; null while none is open
 * @param securedBefore whether all lines were secured once already
 * @param firstSessionHeld whether an alumni seat was lost only after its first session, so that the next one is a change
 *     of groups
 */
public record Handoff(
        String handoffId,
        Kind kind,
        Instant startedAt,
        @Nullable Instant plannedFor,
        @Nullable Instant discharged,
        Map<Line, LineState> lines,
        Stage stage,
        @Nullable Instant coverBy,
        boolean securedBefore,
        boolean firstSessionHeld) {

    public Handoff {
        lines = lines.isEmpty() ? Map.of() : new EnumMap<>(lines);
    }

    /** Whether it was known ahead. */
    public enum Kind {
        PLANNED("planned"),
        SUDDEN("sudden");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public LineState line(Line line) {
        return java.util.Objects.requireNonNull(lines.get(line), line::code);
    }

    public boolean allSecured() {
        return lines.values().stream().allMatch(LineState::secured);
    }

    public boolean declined() {
        return stage instanceof Stage.Declined;
    }

    /** The day from which check-ins count, as far as it is known. */
    public @Nullable Instant dayZero() {
        return discharged == null ? plannedFor : discharged;
    }

    public Handoff with(Line line, LineState state) {
        var next = new EnumMap<>(lines);
        next.put(line, state);
        return with(next);
    }

    public Handoff with(Map<Line, LineState> next) {
        return new Handoff(
                handoffId,
                kind,
                startedAt,
                plannedFor,
                discharged,
                next,
                stage,
                coverBy,
                securedBefore,
                firstSessionHeld);
    }

    public Handoff plannedFor(@Nullable Instant date) {
        return new Handoff(
                handoffId, kind, startedAt, date, discharged, lines, stage, coverBy, securedBefore, firstSessionHeld);
    }

    public Handoff discharged(Instant at) {
        return new Handoff(
                handoffId, kind, startedAt, plannedFor, at, lines, stage, coverBy, securedBefore, firstSessionHeld);
    }

    public Handoff at(Stage next) {
        var once = securedBefore || next instanceof Stage.Secured;
        return new Handoff(
                handoffId, kind, startedAt, plannedFor, discharged, lines, next, coverBy, once, firstSessionHeld);
    }

    public Handoff firstSessionWasHeld() {
        return new Handoff(
                handoffId, kind, startedAt, plannedFor, discharged, lines, stage, coverBy, securedBefore, true);
    }

    /** Whether the person has left and the first session of the alumni seat they hold has taken place. */
    public boolean firstSessionTookPlace(Instant now) {
        return discharged != null
                && line(Line.ALUMNI_SEAT) instanceof LineState.Secured seat
                && (seat.begins() == null || !seat.begins().isAfter(now));
    }

    public Handoff coverBy(@Nullable Instant by) {
        return new Handoff(
                handoffId, kind, startedAt, plannedFor, discharged, lines, stage, by, securedBefore, firstSessionHeld);
    }
}
