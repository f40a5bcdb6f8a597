package org.alongside.groups;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.web.Refused;

/** Fixed lists as others write them: in lower case, words joined by hyphens. */
public final class Code {

    private Code() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Refused naming the field and what it may say */
    public static <E extends Enum<E>> E read(Class<E> list, String field, String code) {
        return Stream.of(list.getEnumConstants())
                .filter(value -> of(value).equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "unknown-code", field, "One of these is needed: " + codes(list.getEnumConstants()) + "."));
    }

    private static String codes(Enum<?>[] values) {
        return Stream.of(values).map(Code::of).collect(Collectors.joining(", "));
    }
}
