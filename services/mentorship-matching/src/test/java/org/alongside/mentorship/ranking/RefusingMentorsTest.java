package org.alongside.mentorship.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.mentor.Place;
import org.alongside.mentorship.person.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hard rule: two questions that differ in one fact and are answered otherwise. */
class RefusingMentorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final MentorshipSettings STRICT =
            Sample.settings("requirements", "pathway-not-shared,audience-not-shared,spirituality-opposed");

    /** Everything one question consists of. */
    record Question(
            boolean adult,
            boolean discloses,
            boolean afterDischarge,
            Set<String> passed,
            Set<String> vetoed,
            Profile wishes,
            MentorProfile mentor,
            MentorState state,
            int taken) {

        static final Question FITS = new Question(
                true, true, true, Set.of(), Set.of(), Sample.wishes(1), Sample.volunteer(), MentorState.ACTIVE, 0);
        static final Question COACH = FITS.mentor(Sample.coach());

        Question adult(boolean is) {
            return new Question(is, discloses, afterDischarge, passed, vetoed, wishes, mentor, state, taken);
        }

        Question discloses(boolean does) {
            return new Question(adult, does, afterDischarge, passed, vetoed, wishes, mentor, state, taken);
        }

        Question afterDischarge(boolean is) {
            return new Question(adult, discloses, is, passed, vetoed, wishes, mentor, state, taken);
        }

        Question passed(String mentorId) {
            return new Question(
                    adult, discloses, afterDischarge, Set.of(mentorId), vetoed, wishes, mentor, state, taken);
        }

        Question vetoed(String mentorId) {
            return new Question(
                    adult, discloses, afterDischarge, passed, Set.of(mentorId), wishes, mentor, state, taken);
        }

        Question wishing(Object... changes) {
            var other = Sample.wishes(1, changes);
            return new Question(adult, discloses, afterDischarge, passed, vetoed, other, mentor, state, taken);
        }

        Question mentor(MentorProfile other) {
            return new Question(adult, discloses, afterDischarge, passed, vetoed, wishes, other, state, taken);
        }

        Question state(MentorState other) {
            return new Question(adult, discloses, afterDischarge, passed, vetoed, wishes, mentor, other, taken);
        }

        Question taken(int places) {
            return new Question(adult, discloses, afterDischarge, passed, vetoed, wishes, mentor, state, places);
        }

        List<String> refusedBy(MentorshipSettings settings) {
            var places = Stream.iterate(1, n -> n + 1)
                    .limit(taken)
                    .collect(java.util.stream.Collectors.toMap(n -> "other-m" + n, n -> new Place("other", NOW)));
            var candidate = Candidate.of("ines", new Mentor(mentor, state, 2, 1, places, NOW, 0), Set.of());
            var seeker = new Seeker(
                    "p1",
                    "north",
                    adult,
                    wishes,
                    discloses,
                    afterDischarge,
                    passed,
                    vetoed,
                    List.of(),
                    "36-50",
                    false,
                    false);
            var asked = new Asked(seeker, candidate, settings, NOW);
            return HardRule.ALL.stream()
                    .filter(rule -> rule.refuses().test(asked))
                    .map(HardRule::name)
                    .toList();
        }
    }

    record Pair(String rule, Question fits, UnaryOperator<Question> oneFact) {

        @Override
        public String toString() {
            return rule;
        }
    }

    private static Pair volunteer(String rule, UnaryOperator<Question> oneFact) {
        return new Pair(rule, Question.FITS, oneFact);
    }

    private static Pair trait(String rule, String field, Object value) {
        return volunteer(rule, q -> q.mentor(Sample.volunteer(field, value)));
    }

    static final List<Pair> PAIRS = List.of(
            volunteer("adults-only", q -> q.adult(false)),
            trait("other-centre", "centreId", "south"),
            volunteer("mentor-not-active", q -> q.state(MentorState.PAUSED)),
            volunteer("peer-disclosure-consent", q -> q.discloses(false)),
            trait(
                    "clearance-lapsed",
                    "clearances",
                    Map.of(
                            "background-check", "2027-12-31",
                            "training", "2026-02-28",
                            "boundary-agreement", "2027-12-31",
                            "supervision", "2027-12-31")),
            new Pair(
                    "certification-lapsed",
                    Question.COACH,
                    q -> q.mentor(Sample.coach("certifiedUntil", "2026-02-28"))),
            trait("recovery-time-too-short", "recoverySince", "2025-03-02"),
            trait("own-discharge-too-recent", "ownDischarge", "2025-09-02"),
            volunteer("person-avoids-mentor", q -> q.wishing("avoid", List.of("ines"))),
            trait("mentor-avoids-person", "avoid", List.of("p1")),
            volunteer("vetoed-by-staff", q -> q.vetoed("ines")),
            volunteer("passed-in-this-search", q -> q.passed("ines")),
            trait("language-not-shared", "languages", List.of("es")),
            trait("gender-not-as-stated", "gender", "male"),
            trait("not-affirming", "affirming", List.of("lgbtq")),
            trait("pathway-not-shared", "pathways", List.of("twelve-step")),
            trait("audience-not-shared", "audiences", List.of("lgbtq")),
            trait("spirituality-opposed", "spirituality", "seeks"),
            trait("ends-at-discharge", "acceptsAlumni", false),
            volunteer("mentor-at-capacity", q -> q.taken(2)),
            new Pair(
                    "room-kept-for-discharged",
                    Question.FITS
                            .mentor(Sample.volunteer("keptForDischarged", 1))
                            .taken(1),
                    q -> q.afterDischarge(false)));

    @ParameterizedTest
    @FieldSource("PAIRS")
    void one_fact_decides(Pair pair) {
        assertThat(pair.fits().refusedBy(STRICT)).isEmpty();
        assertThat(pair.oneFact().apply(pair.fits()).refusedBy(STRICT)).containsExactly(pair.rule());
    }

    @Test
    void no_rule_is_left_out() {
        assertThat(PAIRS)
                .extracting(Pair::rule)
                .containsExactlyElementsOf(
                        HardRule.ALL.stream().map(HardRule::name).toList());
    }

    @Test
    void whom_no_hand_off_asks_for_gets_all_but_the_places_that_are_kept() {
        var inTreatment = Question.FITS.afterDischarge(false).taken(1);
        assertThat(inTreatment.refusedBy(STRICT)).isEmpty();
        var keeps = inTreatment.mentor(Sample.volunteer("keptForDischarged", 1));
        assertThat(keeps.refusedBy(STRICT)).containsExactly("room-kept-for-discharged");
        assertThat(keeps.taken(0).refusedBy(STRICT)).isEmpty();
        assertThat(keeps.taken(2).refusedBy(STRICT)).containsExactly("mentor-at-capacity");
    }

    @Test
    void employed_coaches_need_neither_consent_nor_recovery_time() {
        var coach = Question.FITS.mentor(Sample.coach("recoverySince", null)).discloses(false);
        assertThat(coach.refusedBy(STRICT)).isEmpty();
    }

    @Test
    void the_day_that_completes_the_recovery_time_is_enough() {
        var born = LocalDate.of(2025, 3, 1).toString();
        assertThat(Question.FITS.mentor(Sample.volunteer("recoverySince", born)).refusedBy(STRICT))
                .isEmpty();
    }

    @Test
    void wishes_bind_only_where_the_centre_says_so() {
        var other = Question.FITS.mentor(Sample.volunteer(
                "pathways", List.of("twelve-step"), "audiences", List.of("lgbtq"), "spirituality", "seeks"));
        assertThat(other.refusedBy(Sample.settings())).isEmpty();
        assertThat(other.refusedBy(STRICT))
                .containsExactly("pathway-not-shared", "audience-not-shared", "spirituality-opposed");
    }

    static final List<List<String>> SETTINGS = List.of(
            List.of("volunteers.recovery-months", "75", "recovery-time-too-short"),
            List.of("volunteers.own-discharge-months", "73", "own-discharge-too-recent"),
            List.of("volunteers.clearances", "training,first-aid", "clearance-lapsed"));

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void a_configured_threshold_decides(List<String> setting) {
        assertThat(Question.FITS.refusedBy(Sample.settings())).isEmpty();
        assertThat(Question.FITS.refusedBy(Sample.settings(setting.get(0), setting.get(1))))
                .containsExactly(setting.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requirements", "weights.pathways"})
    void a_setting_that_names_no_rule_is_refused_at_the_start(String setting) {
        var settings = Sample.settings(setting, setting.equals("requirements") ? "gender-not-as-stated" : "1");
        assertThatThrownBy(() -> new MentorRules(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alongside.mentorship." + setting.split("\\.")[0]);
    }
}
