package org.alongside.mentorship.ranking;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.alongside.mentorship.availability.Window;
import org.jspecify.annotations.Nullable;

/**
 * A rule that weighs a mentor for a person, from 0 to 1, by the name that people are shown. No preference counts half
 * for everyone, so it never decides.
 */
public record SoftRule(String name, ToDoubleFunction<Asked> value) {

    private static final double NO_PREFERENCE = 0.5;
    private static final List<String> AGE_BANDS = List.of("18-25", "26-35", "36-50", "51-65", "over-65");

    static final SoftRule AVAILABILITY = new SoftRule("shared-availability", a -> {
        if (a.wishes().availability().isEmpty()) {
            return NO_PREFERENCE;
        }
        int shared = Window.sharedMinutes(a.wishes().availability(), a.mentor().availability(), a.now());
        return Math.min(1, (double) shared / a.settings().sharedMinutes());
    });

    static final SoftRule LOAD = new SoftRule(
            "load-balance",
            a -> (double) a.candidate().free()
                    / Math.max(1, a.candidate().mentor().capacity()));

    static final SoftRule PATHWAY =
            new SoftRule("pathway", a -> share(a.wishes().pathways(), a.mentor().pathways()));

    static final SoftRule AGE = new SoftRule("age-band", a -> {
        int person = band(a.seeker().ageBand());
        int mentor = band(a.mentor().ageBand());
        return person < 0 || mentor < 0 ? NO_PREFERENCE : 1 - Math.abs(person - mentor) / 4.0;
    });

    static final SoftRule LIFE_STAGE = new SoftRule(
            "life-stage", a -> share(a.wishes().lifeStage(), a.mentor().lifeStage()));

    static final SoftRule SPIRITUALITY = new SoftRule(
            "spirituality", a -> agreement(a.wishes().spirituality(), a.mentor().spirituality(), "neutral"));

    static final SoftRule MODALITY = new SoftRule(
            "modality", a -> agreement(a.wishes().modality(), a.mentor().modality(), "either"));

    static final SoftRule AUDIENCE = new SoftRule(
            "shared-audience", a -> share(a.wishes().audiences(), a.mentor().audiences()));

    static final SoftRule PREVIOUS = new SoftRule(
            "previous-mentor", a -> a.seeker().previous().contains(a.candidate().mentorId()) ? 1 : 0);

    static final SoftRule GOES_ON =
            new SoftRule("goes-on-after-discharge", a -> a.mentor().goesOnAfterDischarge() ? 1 : 0);

    public static final List<SoftRule> ALL =
            List.of(AVAILABILITY, LOAD, PATHWAY, AGE, LIFE_STAGE, SPIRITUALITY, MODALITY, AUDIENCE, PREVIOUS, GOES_ON);

    private static int band(@Nullable String ageBand) {
        return ageBand == null ? -1 : AGE_BANDS.indexOf(ageBand);
    }

    private static double share(Collection<String> wished, Collection<String> offered) {
        if (wished.isEmpty()) {
            return NO_PREFERENCE;
        }
        return (double) wished.stream().filter(offered::contains).count() / wished.size();
    }

    private static double agreement(@Nullable String wished, @Nullable String offered, String fitsBoth) {
        if (wished == null || offered == null || wished.equals(fitsBoth) || offered.equals(fitsBoth)) {
            return wished == null ? NO_PREFERENCE : 0.75;
        }
        return wished.equals(offered) ? 1 : 0;
    }

    static Set<String> both(@Nullable String one, @Nullable String other) {
        var both = new HashSet<String>();
        both.add(one == null ? "" : one);
        both.add(other == null ? "" : other);
        return both;
    }
}
