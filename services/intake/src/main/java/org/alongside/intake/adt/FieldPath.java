package org.alongside.intake.adt;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something is in a message, written as in the standard: {@code PV1-3.1} is the first component of the third field
 * of PV1. A missing component or subcomponent is the first.
 *
 * @param component 0 when the whole field is meant
 */
record FieldPath(String segment, int field, int component, int subcomponent) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2})-([1-9]\\d{0,2})(?:\\.([1-9]\\d{0,2}))?(?:\\.([1-9]\\d{0,2}))?");

    public static FieldPath of(String path) {
        return maybe(path).orElseThrow(() -> new IllegalArgumentException("Not a field such as PV1-3.1: " + path));
    }

    static Optional<FieldPath> maybe(String path) {
        var form = FORM.matcher(path);
        return form.matches()
                ? Optional.of(new FieldPath(
                        form.group(1), Integer.parseInt(form.group(2)), number(form.group(3)), number(form.group(4))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    FieldPath part(int part) {
        return new FieldPath(segment, field, part, 0);
    }

    @Override
    public String toString() {
        return segment
                + "-"
                + field
                + (component == 0 ? "" : "." + component)
                + (subcomponent == 0 ? "" : "." + subcomponent);
    }
}
