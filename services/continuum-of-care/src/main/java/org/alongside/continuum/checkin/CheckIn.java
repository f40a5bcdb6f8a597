package org.alongside.continuum.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * One check-in after a discharge.
 *
 * @param handoffId the hand-off it belongs to
 * @param step such as {@code day-1}
 * @param channel one the person gave leave for
 */
public record CheckIn(String checkInId, String handoffId, String step, String channel, State state) {

    /** What became of it. */
    public sealed interface State {

        @TypeAlias("check-in-planned")
        record Planned(Instant due) implements State {}

        /** @param missedAt when silence becomes a miss */
        @TypeAlias("check-in-due")
        record Due(Instant due, Instant missedAt) implements State {}

        @TypeAlias("check-in-answered")
        record Answered(Instant due, Instant at, Doing doing) implements State {}

        @TypeAlias("check-in-missed")
        record Missed(Instant due, Instant at) implements State {}

        @TypeAlias("check-in-cancelled")
        record Cancelled(@Nullable Instant due, Instant at) implements State {}

        default String code() {
            return switch (this) {
                case Planned planned -> "planned";
                case Due due -> "due";
                case Answered answered -> "answered";
                case Missed missed -> "missed";
                case Cancelled cancelled -> "cancelled";
            };
        }

        default @Nullable Instant when() {
            return switch (this) {
                case Planned planned -> planned.due();
                case Due due -> due.due();
                case Answered answered -> answered.due();
                case Missed missed -> missed.due();
                case Cancelled cancelled -> cancelled.due();
            };
        }
    }

    public CheckIn now(State next) {
        return new CheckIn(checkInId, handoffId, step, channel, next);
    }

    /** Whether it still stands or took place, as opposed to having been called off. */
    public boolean counts() {
        return !(state instanceof State.Cancelled);
    }

    public boolean ahead() {
        return state instanceof State.Planned || state instanceof State.Due;
    }
}
