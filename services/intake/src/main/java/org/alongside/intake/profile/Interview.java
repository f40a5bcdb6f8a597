package org.alongside.intake.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of the short profile as they were entered. */
record Interview(
        @Nullable List<String> pathways,
        @Nullable String spirituality,
        @Nullable List<String> languages,
        @Nullable String mentorGender,
        @Nullable List<String> affirming,
        @Nullable List<String> audiences,
        @Nullable String modality,
        @Nullable List<PeerProfile.Window> availability,
        @Nullable List<String> lifeStage,
        @Nullable List<String> avoid,
        @Nullable Boolean groupAgreement) {

    PeerProfile profile(int version) {
        return new PeerProfile(
                version,
                false,
                copy(pathways),
                spirituality,
                copy(languages),
                mentorGender,
                copy(affirming),
                copy(audiences),
                modality,
                copy(availability),
                copy(lifeStage),
                copy(avoid),
                Boolean.TRUE.equals(groupAgreement));
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> answers) {
        return answers == null || answers.isEmpty() ? null : List.copyOf(answers);
    }
}
