package org.alongside.eventing.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A rule said no and nothing was changed. Becomes an RFC 9457 problem detail with {@code rule}, {@code field} and
 * {@code detail}. None of the three may hold anything that identifies a person: name the field, never its value.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String rule;
    private final @Nullable String field;

    public Refused(HttpStatus status, String rule, @Nullable String field, String detail) {
        super(detail);
        this.status = status;
        this.rule = rule;
        this.field = field;
    }

    /** The input itself is wrong, whatever the state: 422. */
    public static Refused invalid(String rule, String field, String detail) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, rule, field, detail);
    }

    /** The command does not fit the state: 409. */
    public static Refused conflict(String rule, String detail) {
        return new Refused(HttpStatus.CONFLICT, rule, null, detail);
    }

    /** What it is about is not known: 404. */
    public static Refused unknown(String rule, String field, String detail) {
        return new Refused(HttpStatus.NOT_FOUND, rule, field, detail);
    }

    public HttpStatus status() {
        return status;
    }

    /** The named rule, such as {@code mentor-at-capacity}. */
    public String rule() {
        return rule;
    }

    /** The field at fault, as the caller wrote it, if one field is. */
    public @Nullable String field() {
        return field;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
