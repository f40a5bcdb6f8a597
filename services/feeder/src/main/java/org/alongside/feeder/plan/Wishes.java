package org.alongside.feeder.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six answers of the short profile, as staff enter them. What is left out is "no preference". */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wishes(
        @Nullable List<String> pathways,
        @Nullable String spirituality,
        @Nullable List<String> languages,
        @Nullable String mentorGender,
        @Nullable List<String> affirming,
        @Nullable List<String> audiences,
        @Nullable String modality,
        List<Hours> availability,
        @Nullable List<String> lifeStage,
        boolean groupAgreement) {

    /** Weekly hours in local time. */
    public record Hours(List<String> days, String from, String to, String zone) {}

    Wishes agreeing(boolean agreed) {
        return new Wishes(
                pathways,
                spirituality,
                languages,
                mentorGender,
                affirming,
                audiences,
                modality,
                availability,
                lifeStage,
                agreed);
    }
}
