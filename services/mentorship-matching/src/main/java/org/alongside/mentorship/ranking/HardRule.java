package org.alongside.mentorship.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.mentor.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A rule that refuses a mentor for a person, by the name that people are shown. Sources of the rules and numbers: the
 * project's notes on matching; each number is a setting.
 */
public record HardRule(String name, Predicate<Asked> refuses) {

    static final HardRule ADULTS_ONLY = new HardRule(
            "adults-only",
            a -> !a.seeker().adult() && (a.volunteer() || !a.seeker().chosenByStaff()));

    static final HardRule SAME_CENTRE = new HardRule(
            "other-centre", a -> !a.mentor().centreId().equals(a.seeker().centreId()));

    static final HardRule ACTIVE =
            new HardRule("mentor-not-active", a -> a.candidate().mentor().state() != MentorState.ACTIVE);

    static final HardRule DISCLOSURE = new HardRule(
            "peer-disclosure-consent", a -> a.volunteer() && !a.seeker().disclosesToPeers());

    static final HardRule CLEARED = new HardRule(
            "clearance-lapsed",
            a -> clearances(a).stream().anyMatch(clearance -> !a.mentor().cleared(clearance, a.now())));

    static final HardRule CERTIFIED = new HardRule(
            "certification-lapsed",
            a -> a.mentor().relation() == Relation.COACH && !a.mentor().certified(a.now()));

    static final HardRule RECOVERY_TIME = new HardRule(
            "recovery-time-too-short",
            a -> a.volunteer()
                    && !before(
                            a.mentor().recoverySince(),
                            a.settings().volunteers().recoveryMonths(),
                            a.now()));

    static final HardRule OWN_DISCHARGE = new HardRule(
            "own-discharge-too-recent",
            a -> a.volunteer()
                    && a.mentor().ownDischarge() != null
                    && !before(
                            a.mentor().ownDischarge(), a.settings().volunteers().ownDischargeMonths(), a.now()));

    static final HardRule PERSON_AVOIDS = new HardRule(
            "person-avoids-mentor",
            a -> a.wishes().avoid().contains(a.candidate().mentorId()));

    static final HardRule MENTOR_AVOIDS = new HardRule(
            "mentor-avoids-person", a -> a.mentor().avoid().contains(a.seeker().patientId()));

    static final HardRule VETOED = new HardRule(
            "vetoed-by-staff", a -> a.seeker().vetoed().contains(a.candidate().mentorId()));

    static final HardRule PASSED = new HardRule(
            "passed-in-this-search",
            a -> a.seeker().passed().contains(a.candidate().mentorId()));

    static final HardRule LANGUAGE = new HardRule(
            "language-not-shared",
            a -> Asked.noneShared(a.wishes().languages(), a.mentor().languages()));

    static final HardRule GENDER = new HardRule(
            "gender-not-as-stated",
            a -> a.wishes().mentorGender() != null
                    && !a.wishes().mentorGender().equals(a.mentor().gender()));

    static final HardRule AFFIRMING = new HardRule(
            "not-affirming", a -> !a.mentor().affirming().containsAll(a.wishes().affirming()));

    /** Only where the centre lists it as a requirement; otherwise it is a wish and weighed. */
    static final HardRule PATHWAY = new HardRule(
            "pathway-not-shared",
            a -> a.required("pathway-not-shared")
                    && Asked.noneShared(a.wishes().pathways(), a.mentor().pathways()));

    /** Only where the centre lists it as a requirement. */
    static final HardRule AUDIENCE = new HardRule(
            "audience-not-shared",
            a -> a.required("audience-not-shared")
                    && Asked.noneShared(a.wishes().audiences(), a.mentor().audiences()));

    /** Only where the centre lists it as a requirement: faith and secular are opposed, neutral fits both. */
    static final HardRule SPIRITUALITY = new HardRule(
            "spirituality-opposed",
            a -> a.required("spirituality-opposed")
                    && Set.of("seeks", "secular")
                            .equals(SoftRule.both(
                                    a.wishes().spirituality(), a.mentor().spirituality())));

    static final HardRule ALUMNI = new HardRule(
            "ends-at-discharge", a -> a.seeker().afterDischarge() && !a.mentor().goesOnAfterDischarge());

    static final HardRule CAPACITY = new HardRule(
            "mentor-at-capacity", a -> !a.seeker().holdsPlace() && a.candidate().free() <= 0);

    /** Apart from capacity, so that who waits beside a free place is told what it is kept for. */
    static final HardRule KEPT = new HardRule(
            "room-kept-for-discharged",
            a -> !a.seeker().holdsPlace()
                    && !a.seeker().afterDischarge()
                    && a.candidate().free() > 0
                    && a.candidate().free() <= a.mentor().keptForDischarged());

    /** A candidate is counted under the first that refuses, so what stands last is what alone is in the way. */
    public static final List<HardRule> ALL = List.of(
            ADULTS_ONLY,
            SAME_CENTRE,
            ACTIVE,
            DISCLOSURE,
            CLEARED,
            CERTIFIED,
            RECOVERY_TIME,
            OWN_DISCHARGE,
            PERSON_AVOIDS,
            MENTOR_AVOIDS,
            VETOED,
            PASSED,
            LANGUAGE,
            GENDER,
            AFFIRMING,
            PATHWAY,
            AUDIENCE,
            SPIRITUALITY,
            ALUMNI,
            CAPACITY,
            KEPT);

    /** Those that are applied only where the centre lists them. */
    static final List<HardRule> WISHES = List.of(PATHWAY, AUDIENCE, SPIRITUALITY);

    private static Set<String> clearances(Asked asked) {
        return asked.volunteer()
                ? asked.settings().volunteers().clearances()
                : asked.settings().coaches().clearances();
    }

    private static boolean before(@Nullable LocalDate day, int months, Instant now) {
        return day != null && !day.plusMonths(months).isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
