package org.alongside.mentorship.person;

import java.util.List;
import org.alongside.mentorship.availability.Window;
import org.jspecify.annotations.Nullable;

/** What the person wants of a peer. A part that is missing or empty is "no preference". */
public record Profile(
        int version,
        List<String> pathways,
        @Nullable String spirituality,
        List<String> languages,
        @Nullable String mentorGender,
        List<String> affirming,
        List<String> audiences,
        @Nullable String modality,
        List<Window> availability,
        List<String> lifeStage,
        List<String> avoid) {

    public static final Profile NO_PREFERENCE =
            new Profile(0, null, null, null, null, null, null, null, null, null, null);

    public Profile(
            int version,
            @Nullable List<String> pathways,
            @Nullable String spirituality,
            @Nullable List<String> languages,
            @Nullable String mentorGender,
            @Nullable List<String> affirming,
            @Nullable List<String> audiences,
            @Nullable String modality,
            @Nullable List<Window> availability,
            @Nullable List<String> lifeStage,
            @Nullable List<String> avoid) {
        this.version = version;
        this.pathways = orNone(pathways);
        this.spirituality = spirituality;
        this.languages = orNone(languages);
        this.mentorGender = mentorGender;
        this.affirming = orNone(affirming);
        this.audiences = orNone(audiences);
        this.modality = modality;
        this.availability = orNone(availability).stream().map(Window::whole).toList();
        this.lifeStage = orNone(lifeStage);
        this.avoid = orNone(avoid);
    }

    private static <T> List<T> orNone(@Nullable List<T> part) {
        return part == null ? List.of() : List.copyOf(part);
    }
}
