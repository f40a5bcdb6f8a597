package org.alongside.intake.profile;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.intake.visit.Placement;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The centre's own lists of what may be answered in the short profile. They are told to other services and kept there, so
 * they name kinds of people and groups, and a name that somebody types in is none of them.
 */
@ConfigurationProperties("alongside.intake.profile")
public record ProfileCodes(
        @DefaultValue List<String> pathways,
        @DefaultValue List<String> languages,
        @DefaultValue List<String> audiences,
        @DefaultValue List<String> lifeStage) {

    private static final Predicate<String> LANGUAGE =
            Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").asMatchPredicate();

    public ProfileCodes {
        Stream.of(pathways, audiences, lifeStage).flatMap(List::stream).forEach(code -> need(code, Placement.CODE));
        languages.forEach(code -> need(code, LANGUAGE));
    }

    private static void need(String code, Predicate<String> form) {
        if (!form.test(code)) {
            throw new IllegalArgumentException("alongside.intake.profile: not a code: " + code);
        }
    }
}
