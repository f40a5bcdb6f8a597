package org.alongside.intake.visit;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the person is treated. The track may not be known. */
public record Placement(String programme, @Nullable String track, LevelOfCare levelOfCare) {

    /** Programme and track are codes, and begin with a letter: a record number or a birth date is none. */
    public static final String CODE_FORM = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public static final Predicate<String> CODE = Pattern.compile(CODE_FORM).asMatchPredicate();
}
