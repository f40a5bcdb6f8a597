package org.alongside.groups.participant;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.alongside.groups.group.Group;

/**
 * One sentence of who may sit where.
 *
 * @param says what staff read when it refuses
 * @param staffMayOverride a seat given by hand may break it
 * @param allows the person may sit in the group as far as this rule is concerned
 */
record SeatingRule(String name, String says, boolean staffMayOverride, BiPredicate<Candidate, Group> allows) {

    static final SeatingRule CENTRE = binding(
            "centre",
            "The group belongs to another centre.",
            (person, group) -> group.plan().centreId().equals(person.known().centreId()));

    static final SeatingRule PHASE = overridable(
            "phase",
            "The group belongs to the other phase.",
            (person, group) -> group.plan().phase() == person.phase());

    static final SeatingRule SESSION_AHEAD = binding(
            "no-session-ahead",
            "The group has no session ahead.",
            (person, group) -> group.nextSession(person.now()).isPresent());

    static final SeatingRule PROFILE_KNOWN = binding(
            "profile-missing",
            "Nobody has recorded yet whom the person wants to avoid.",
            (person, group) -> person.known().profile() != null);

    static final SeatingRule ADULTS_ONLY = overridable(
            "adults-only",
            "The person is under age, or their age is not known.",
            (person, group) ->
                    !Set.of("minor", "unknown").contains(person.known().ageBand()));

    static final SeatingRule AGREEMENT = binding(
            "agreement-missing",
            "The person has not accepted the groups' confidentiality agreement.",
            (person, group) ->
                    person.known().profile() == null || person.known().profile().groupAgreement());

    static final SeatingRule PEER_CONSENT = binding(
            "peer-consent-missing",
            "Staff do not lead the group, and the person has not consented to disclosure to peers.",
            (person, group) -> group.plan().staffLed()
                    || person.known().peerConsent() != null
                            && person.known().peerConsent().holdsAt(person.now()));

    static final SeatingRule AVOIDED_GROUP = binding(
            "avoided-group",
            "The person does not want to be in this group, or with someone who leads it.",
            (person, group) -> {
                var avoid = person.known().profile() == null
                        ? Set.<String>of()
                        : person.known().profile().avoid();
                return !avoid.contains(group.groupId())
                        && Collections.disjoint(avoid, group.plan().facilitators());
            });

    static final SeatingRule KEPT_APART = binding(
            "kept-apart",
            "Somebody in the group must be kept apart from the person.",
            (person, group) -> !person.apartGroups().contains(group.groupId()));

    static final SeatingRule AUDIENCE = overridable(
            "audience",
            "The group is for an audience that the person did not declare.",
            (person, group) -> group.plan().audiences().isEmpty()
                    || person.known().profile() != null
                            && !Collections.disjoint(
                                    group.plan().audiences(),
                                    person.known().profile().audiences()));

    static final SeatingRule LANGUAGE = overridable(
            "language",
            "The group speaks none of the person's languages.",
            (person, group) -> person.known().profile() == null
                    || person.known().profile().languages().isEmpty()
                    || group.plan().languages().isEmpty() // nobody said, so nobody is kept out
                    || person.known().profile().languages().stream()
                            .map(tag -> tag.toLowerCase(Locale.ROOT))
                            .anyMatch(group.plan().languages()::contains));

    static final SeatingRule MODALITY = overridable(
            "modality",
            "The group does not meet the way the person wants to.",
            (person, group) -> person.known().profile() == null
                    || person.known().profile().modality().fits(group.plan().modality()));

    static final SeatingRule LEFT_BEFORE = overridable(
            "left-before",
            "The person left this group during the stay.",
            (person, group) -> !person.left().contains(group.groupId()));

    static final SeatingRule THERAPY = binding(
            "clashes-with-therapy",
            "The group meets while the person is in therapy.",
            (person, group) -> person.therapy().stream()
                    .noneMatch(block -> block.clashesWith(group.plan().series().window(), person.now())));

    static final SeatingRule OTHER_SEAT = binding(
            "clashes-with-seat",
            "The group meets at the hour of another seat, or is that other seat.",
            (person, group) -> person.otherGroups().stream()
                    .noneMatch(other -> other.groupId().equals(group.groupId())
                            || other.plan()
                                    .series()
                                    .window()
                                    .overlaps(group.plan().series().window(), person.now())));

    /** In the order in which they are asked; the first that refuses is the one that is named. */
    static final List<SeatingRule> ALL = List.of(
            CENTRE,
            PHASE,
            SESSION_AHEAD,
            PROFILE_KNOWN,
            ADULTS_ONLY,
            AGREEMENT,
            PEER_CONSENT,
            AVOIDED_GROUP,
            KEPT_APART,
            AUDIENCE,
            LANGUAGE,
            MODALITY,
            LEFT_BEFORE,
            THERAPY,
            OTHER_SEAT);

    private static SeatingRule binding(String name, String says, BiPredicate<Candidate, Group> allows) {
        return new SeatingRule(name, says, false, allows);
    }

    private static SeatingRule overridable(String name, String says, BiPredicate<Candidate, Group> allows) {
        return new SeatingRule(name, says, true, allows);
    }
}
