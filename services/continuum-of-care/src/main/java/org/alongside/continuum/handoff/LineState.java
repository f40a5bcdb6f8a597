package org.alongside.continuum.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** Where one line stands. Only the answer to {@code requestId} counts; null means that nothing is asked for now. */
public sealed interface LineState {

    @Nullable
    String requestId();

    /** @param deadline null while no date is known */
    @TypeAlias("line-open")
    record Open(
            @Nullable String requestId,
            @Nullable Instant deadline,
            @Nullable Obstacle obstacle) implements LineState {}

    @TypeAlias("line-overdue")
    record Overdue(
            @Nullable String requestId,
            Instant deadline,
            @Nullable Obstacle obstacle) implements LineState {}

    /**
     * @param by the id of what secures it: a seat, a match, a check-in, a consent
     * @param detail the group or mentor behind it
     * @param begins when an alumni seat's first session is, or the first check-in
     */
    @TypeAlias("line-secured")
    record Secured(
            @Nullable String requestId,
            String by,
            @Nullable String detail,
            Instant at,
            @Nullable Instant begins) implements LineState {

        public Secured beginning(@Nullable Instant another) {
            return new Secured(requestId, by, detail, at, another);
        }
    }

    default boolean secured() {
        return this instanceof Secured;
    }

    default @Nullable Instant due() {
        return switch (this) {
            case Open open -> open.deadline();
            case Overdue overdue -> overdue.deadline();
            case Secured secured -> null;
        };
    }

    default @Nullable Obstacle hindrance() {
        return switch (this) {
            case Open open -> open.obstacle();
            case Overdue overdue -> overdue.obstacle();
            case Secured secured -> null;
        };
    }

    /** The same line with another request, deadline and obstacle; overdue stays overdue only while its deadline is past. */
    default LineState unsecured(
            @Nullable String request, @Nullable Instant deadline, @Nullable Obstacle obstacle, Instant now) {
        return this instanceof Overdue && deadline != null && !deadline.isAfter(now)
                ? new Overdue(request, deadline, obstacle)
                : new Open(request, deadline, obstacle);
    }
}
