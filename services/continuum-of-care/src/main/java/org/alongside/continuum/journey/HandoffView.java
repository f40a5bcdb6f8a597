package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Stage;
import org.jspecify.annotations.Nullable;

/** A hand-off as staff read it: each line with what secures it, or with its deadline and what is in the way. */
record HandoffView(
        String handoffId,
        String kind,
        String stage,
        @Nullable Instant stageSince,
        Instant startedAt,
        @Nullable Instant plannedFor,
        @Nullable Instant discharged,
        List<LineView> lines) {

    record LineView(
            String line,
            String inWords,
            String state,
            @Nullable Instant deadline,
            @Nullable String requestId,
            @Nullable String securedBy,
            @Nullable String detail,
            @Nullable Instant securedAt,
            @Nullable Instant begins,
            @Nullable ObstacleView obstacle) {}

    record ObstacleView(
            String code, String inWords, @Nullable Integer position, Map<String, Integer> excluded) {}

    static HandoffView of(Handoff handoff) {
        return new HandoffView(
                handoff.handoffId(),
                handoff.kind().code(),
                switch (handoff.stage()) {
                    case Stage.Open open -> "open";
                    case Stage.Secured secured -> "secured";
                    case Stage.Completed completed -> "completed";
                    case Stage.Declined declined -> "declined";
                },
                switch (handoff.stage()) {
                    case Stage.Open open -> null;
                    case Stage.Secured secured -> secured.at();
                    case Stage.Completed completed -> completed.at();
                    case Stage.Declined declined -> declined.at();
                },
                handoff.startedAt(),
                handoff.plannedFor(),
                handoff.discharged(),
                Arrays.stream(Line.values())
                        .map(line -> of(line, handoff.line(line)))
                        .toList());
    }

    private static LineView of(Line line, LineState state) {
        return switch (state) {
            case LineState.Open open -> unsecured(line, "open", open);
            case LineState.Overdue overdue -> unsecured(line, "overdue", overdue);
            case LineState.Secured s ->
                new LineView(
                        line.code(),
                        line.words(),
                        "secured",
                        null,
                        s.requestId(),
                        s.by(),
                        s.detail(),
                        s.at(),
                        s.begins(),
                        null);
        };
    }

    private static LineView unsecured(Line line, String code, LineState state) {
        var obstacle = state.hindrance();
        var shown = obstacle == null
                ? null
                : new ObstacleView(obstacle.code(), Words.of(obstacle, true), obstacle.position(), obstacle.excluded());
        return new LineView(
                line.code(), line.words(), code, state.due(), state.requestId(), null, null, null, null, shown);
    }
}
