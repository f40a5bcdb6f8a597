package org.alongside.mentorship;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a centre may decide for itself about matching. Every number here is a default of the project's, not evidence.
 *
 * @param offerStands how long an offer waits for both answers
 * @param profileAwaited how long after the admission a search waits for the profile
 * @param firstContactOverdue after the assignment, when a first contact has not been logged
 * @param firstContactGivenUp when the place is freed for someone else
 * @param lookAgain how often a person who waits is looked at although nothing was freed: time alone makes mentors eligible
 * @param compareClaims real time between two comparisons of claims, which mend what a crash left
 * @param coachesAcceptByDefault employed coaches are not asked before they are assigned
 * @param withdrawalManagement codes of levels of care during which nobody is offered, whatever the case of their letters
 * @param requirements names of hard rules about a wish that are applied only where listed here
 * @param sharedMinutes minutes a week in common that count as full availability
 * @param alternatives how many of the next best are kept for the question why
 * @param weights of the soft rules by name, relative to each other; a rule that is not named weighs nothing
 */
@ConfigurationProperties("alongside.mentorship")
public record MentorshipSettings(
        @DefaultValue("24h") Duration offerStands,
        @DefaultValue("48h") Duration profileAwaited,
        @DefaultValue("14d") Duration firstContactOverdue,
        @DefaultValue("30d") Duration firstContactGivenUp,
        @DefaultValue("24h") Duration lookAgain,
        @DefaultValue("10s") Duration compareClaims,
        @DefaultValue("true") boolean coachesAcceptByDefault,

        @DefaultValue({"1-wm", "2-wm", "3.2-wm", "3.7-wm", "4-wm"})
        Set<String> withdrawalManagement,

        @DefaultValue Set<String> requirements,
        @DefaultValue("120") int sharedMinutes,
        @DefaultValue("5") int alternatives,
        @DefaultValue Volunteers volunteers,
        @DefaultValue Coaches coaches,
        @DefaultValue Map<String, Double> weights) {

    public static final Map<String, Double> WEIGHTS = Map.of(
            "shared-availability", 0.30,
            "load-balance", 0.20,
            "pathway", 0.12,
            "age-band", 0.08,
            "life-stage", 0.08,
            "spirituality", 0.06,
            "modality", 0.06,
            "shared-audience", 0.04,
            "previous-mentor", 0.04,
            "goes-on-after-discharge", 0.02);

    public MentorshipSettings {
        weights = new TreeMap<>(weights.isEmpty() ? WEIGHTS : weights);
        withdrawalManagement = withdrawalManagement.stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param recoveryMonths and {@code ownDischargeMonths} are the least a volunteer needs */
    public record Volunteers(
            @DefaultValue("12") int recoveryMonths,
            @DefaultValue("6") int ownDischargeMonths,
            @DefaultValue("3") int capacity,

            @DefaultValue({"background-check", "training", "boundary-agreement", "supervision"})
            Set<String> clearances) {}

    public record Coaches(
            @DefaultValue("15") int capacity,

            @DefaultValue({"background-check", "boundary-agreement", "supervision"})
            Set<String> clearances) {}
}
