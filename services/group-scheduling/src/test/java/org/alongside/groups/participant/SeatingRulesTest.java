package org.alongside.groups.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.GroupPlan;
import org.alongside.groups.group.Modality;
import org.alongside.groups.group.Phase;
import org.alongside.groups.timetable.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hard rule with two cases that differ in one fact: the person fits, and does not. */
class SeatingRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final SeatingPolicy POLICY =
            new SeatingPolicy(World.settings(1, Map.of("completed", 14), World.weights()));
    private static final GroupPlan PLAN = World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10);
    private static final Profile PROFILE =
            new Profile(1, Set.of(), Set.of("en"), Set.of("women"), Modality.IN_PERSON, List.of(), Set.of(), true);

    record Case(String rule, Candidate fits, Group fitting, Candidate kept, Group out) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Case> cases() {
        var person = person(PROFILE);
        var group = group("mid-week", PLAN);
        var ended = new Series(PLAN.series().window(), null, LocalDate.of(2026, 3, 1), Set.of());
        var peerLed = group("mid-week", Plans.peerLed(PLAN));
        var women = group("mid-week", Plans.audience(PLAN, "women"));
        var men = group("mid-week", Plans.audience(PLAN, "men"));
        var spanish = group("mid-week", Plans.languages(PLAN, "es"));
        var virtual = group("mid-week", Plans.modality(PLAN, Modality.VIRTUAL));
        var thursday = group("mid-week", at(DayOfWeek.THURSDAY, "20:00"));
        var clashing = group("mid-week", at(DayOfWeek.THURSDAY, "19:00"));
        var other = group("other", at(DayOfWeek.WEDNESDAY, "16:30"));
        var beside = group("other", at(DayOfWeek.WEDNESDAY, "16:00"));
        return Stream.of(
                new Case("centre", person, group, person, group("mid-week", Plans.centre(PLAN, "hillside"))),
                new Case("phase", person, group, in(person, Phase.ALUMNI), group),
                new Case("no-session-ahead", person, group, person, group("mid-week", Plans.series(PLAN, ended))),
                new Case("profile-missing", person, group, knowing(person, with(null, "26-35", true)), group),
                new Case("adults-only", person, group, knowing(person, with(PROFILE, "minor", true)), group),
                new Case("adults-only", person, group, knowing(person, with(PROFILE, "unknown", true)), group),
                new Case("agreement-missing", person, group, person(agreeing(false)), group),
                new Case(
                        "peer-consent-missing",
                        person,
                        peerLed,
                        knowing(person, with(PROFILE, "26-35", false)),
                        peerLed),
                new Case(
                        "peer-consent-missing",
                        knowing(person, with(PROFILE, "26-35", false)),
                        group,
                        knowing(person, with(PROFILE, "26-35", false)),
                        peerLed),
                new Case("avoided-group", person, group, person(avoiding("mid-week")), group),
                new Case("avoided-group", person, group, person(avoiding("facilitator-1")), group),
                new Case("kept-apart", apart(person, "another"), group, apart(person, "mid-week"), group),
                new Case("audience", person, women, person, men),
                new Case("audience", person, women, person(declaring()), women),
                new Case("language", person, group, person, spanish),
                new Case("modality", person, group, person, virtual),
                new Case("left-before", left(person, "another"), group, left(person, "mid-week"), group),
                new Case("clashes-with-therapy", person, thursday, person, clashing),
                new Case("clashes-with-seat", beside(person, beside), group, beside(person, other), group),
                new Case("clashes-with-seat", beside(person, beside), group, beside(person, group), group));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void one_fact_decides(Case one) {
        assertThat(POLICY.excludes(one.fits(), one.fitting(), false)).isEmpty();
        assertThat(POLICY.excludes(one.kept(), one.out(), false))
                .get()
                .extracting(SeatingRule::name)
                .isEqualTo(one.rule());
    }

    @Test
    void every_rule_has_its_case() {
        assertThat(cases().map(Case::rule).collect(Collectors.toSet()))
                .isEqualTo(SeatingRule.ALL.stream().map(SeatingRule::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staff_override_what_they_may_and_nothing_else(Case one) {
        var rule = SeatingRule.ALL.stream()
                .filter(r -> r.name().equals(one.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(POLICY.excludes(one.kept(), one.out(), true).isEmpty()).isEqualTo(rule.staffMayOverride());
    }

    @Test
    void a_rule_says_a_sentence() {
        assertThat(SeatingRule.ALL).allSatisfy(rule -> assertThat(rule.says()).endsWith("."));
    }

    private static Group group(String id, GroupPlan plan) {
        var world = new World();
        return world.open(id, plan);
    }

    private static GroupPlan at(DayOfWeek day, String from) {
        return World.plan(Phase.IOP, day, from, 10);
    }

    private static Known with(Profile profile, String ageBand, boolean consents) {
        var stay = Stay.UNKNOWN.admitted(NOW, new LevelOfCare("3", "2.1"), "evening", NOW);
        return new Known(
                "riverside",
                ageBand,
                profile,
                consents ? new PeerConsent(1, true, null) : null,
                false,
                Map.of("a1", stay),
                Map.of());
    }

    private static Candidate person(Profile profile) {
        var known = with(profile, "26-35", true);
        return new Candidate(known, Phase.IOP, List.of(), POLICY.therapy(known), Set.of(), Set.of(), NOW);
    }

    private static Profile agreeing(boolean agrees) {
        return new Profile(1, Set.of(), Set.of("en"), Set.of("women"), Modality.IN_PERSON, List.of(), Set.of(), agrees);
    }

    private static Profile avoiding(String id) {
        return new Profile(1, Set.of(), Set.of("en"), Set.of("women"), Modality.IN_PERSON, List.of(), Set.of(id), true);
    }

    private static Profile declaring() {
        return new Profile(1, Set.of(), Set.of("en"), Set.of(), Modality.IN_PERSON, List.of(), Set.of(), true);
    }

    private static Candidate knowing(Candidate c, Known known) {
        return new Candidate(known, c.phase(), c.otherGroups(), c.therapy(), c.apartGroups(), c.left(), c.now());
    }

    private static Candidate in(Candidate c, Phase phase) {
        return new Candidate(c.known(), phase, c.otherGroups(), c.therapy(), c.apartGroups(), c.left(), c.now());
    }

    private static Candidate apart(Candidate c, String groupId) {
        return new Candidate(c.known(), c.phase(), c.otherGroups(), c.therapy(), Set.of(groupId), c.left(), c.now());
    }

    private static Candidate left(Candidate c, String groupId) {
        return new Candidate(
                c.known(), c.phase(), c.otherGroups(), c.therapy(), c.apartGroups(), Set.of(groupId), c.now());
    }

    private static Candidate beside(Candidate c, Group other) {
        return new Candidate(c.known(), c.phase(), List.of(other), c.therapy(), c.apartGroups(), c.left(), c.now());
    }
}
