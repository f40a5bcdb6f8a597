package org.alongside.mentorship.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.mentor.MentorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WeighingMentorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> PATHWAYS = List.of("smart", "twelve-step", "secular", "faith-based");

    private static Candidate candidate(String mentorId, MentorProfile profile) {
        return Candidate.of(mentorId, new Mentor(profile, MentorState.ACTIVE, 3, 1, Map.of(), NOW, 0), Set.of());
    }

    private static Seeker seeker(List<String> previous) {
        return new Seeker(
                "p1",
                "north",
                true,
                Sample.wishes(1),
                true,
                false,
                Set.of(),
                Set.of(),
                previous,
                "36-50",
                false,
                false);
    }

    private static Ranking rank(MentorshipSettings settings, Candidate... candidates) {
        return new MentorRules(settings).rank(seeker(List.of()), List.of(candidates), NOW);
    }

    @Test
    void contributions_are_the_score_and_none_is_above_its_weight() {
        var random = new Random(7);
        for (int n = 0; n < 300; n++) {
            var settings = Sample.settings(
                    "weights.shared-availability", "" + random.nextInt(9),
                    "weights.pathway", "" + random.nextDouble(),
                    "weights.load-balance", "" + (1 + random.nextInt(9)));
            var mentor = Sample.volunteer(
                    "pathways", List.of(PATHWAYS.get(random.nextInt(4))),
                    "modality", List.of("in-person", "virtual", "either").get(random.nextInt(3)));
            var scored = new MentorRules(settings).score(seeker(List.of()), candidate("m", mentor), NOW);
            assertThat(scored.contributions()).hasSize(SoftRule.ALL.size());
            double sum = settings.weights().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            int points = 0;
            for (var contribution : scored.contributions().entrySet()) {
                double weight = settings.weights().getOrDefault(contribution.getKey(), 0.0);
                assertThat(contribution.getValue()).isBetween(0, (int) Math.round(10_000 * weight / sum));
                points += contribution.getValue();
            }
            assertThat(scored.score()).isEqualTo(points).isPositive();
        }
    }

    record Soft(String rule, MentorProfile better, MentorProfile worse) {

        @Override
        public String toString() {
            return rule;
        }
    }

    static final List<Soft> SOFT = List.of(
            new Soft("shared-availability", Sample.volunteer(), Sample.volunteer("availability", List.of())),
            new Soft("pathway", Sample.volunteer(), Sample.volunteer("pathways", List.of("twelve-step"))),
            new Soft("age-band", Sample.volunteer(), Sample.volunteer("ageBand", "over-65")),
            new Soft("life-stage", Sample.volunteer(), Sample.volunteer("lifeStage", List.of("student"))),
            new Soft("spirituality", Sample.volunteer(), Sample.volunteer("spirituality", "seeks")),
            new Soft("modality", Sample.volunteer(), Sample.volunteer("modality", "virtual")),
            new Soft("shared-audience", Sample.volunteer(), Sample.volunteer("audiences", List.of("lgbtq"))),
            new Soft("goes-on-after-discharge", Sample.volunteer(), Sample.volunteer("acceptsAlumni", false)));

    @ParameterizedTest
    @FieldSource("SOFT")
    void a_better_fit_ranks_first_even_where_the_tie_would_go_the_other_way(Soft soft) {
        var ranking = rank(Sample.settings(), candidate("a", soft.worse()), candidate("b", soft.better()));
        assertThat(ranking.first().orElseThrow().mentorId()).isEqualTo("b");
    }

    @ParameterizedTest
    @FieldSource("SOFT")
    void a_weight_of_nothing_changes_the_decision(Soft soft) {
        var ranking = rank(
                Sample.settings("weights." + soft.rule(), "0", "weights.load-balance", "1"),
                candidate("a", soft.worse()),
                candidate("b", soft.better()));
        assertThat(ranking.first().orElseThrow().mentorId()).isEqualTo("a");
    }

    @Test
    void a_previous_mentor_and_a_lighter_load_count() {
        var profile = Sample.volunteer();
        var rules = new MentorRules(Sample.settings());
        var twins = List.of(candidate("a", profile), candidate("b", profile));
        assertThat(rules.rank(seeker(List.of("b")), twins, NOW)
                        .first()
                        .orElseThrow()
                        .mentorId())
                .isEqualTo("b");
        var busy = Candidate.of(
                "a", new Mentor(profile, MentorState.ACTIVE, 3, 1, Map.of(), NOW, 0), Set.of("x-m1", "y-m1"));
        var ranking = rules.rank(seeker(List.of()), List.of(busy, twins.get(1)), NOW);
        assertThat(ranking.first().orElseThrow().mentorId()).isEqualTo("b");

        var neither = new MentorRules(Sample.settings("weights.pathway", "1"));
        ranking = neither.rank(seeker(List.of("b")), List.of(busy, twins.get(1)), NOW);
        assertThat(ranking.first().orElseThrow().mentorId()).isEqualTo("a");
    }

    @Test
    void a_mentor_of_whom_nothing_optional_is_known_can_still_be_weighed() {
        var bare = Sample.coach(
                "ageBand",
                null,
                "spirituality",
                null,
                "modality",
                null,
                "availability",
                null,
                "pathways",
                null,
                "lifeStage",
                null,
                "audiences",
                null,
                "recoverySince",
                null,
                "ownDischarge",
                null,
                "acceptsAlumni",
                null);
        assertThat(rank(Sample.settings(), candidate("a", bare)).first()).isPresent();
    }

    @Test
    void ties_break_alike_whatever_the_order_they_were_read_in() {
        var candidates = new ArrayList<Candidate>();
        for (var mentorId : List.of("dan", "ana", "cyd", "bea")) {
            candidates.add(candidate(mentorId, Sample.volunteer()));
        }
        var rules = new MentorRules(Sample.settings());
        var first = rules.rank(seeker(List.of()), candidates, NOW);
        var again = rules.rank(seeker(List.of()), candidates.reversed(), NOW);
        assertThat(again).isEqualTo(first);
        assertThat(first.best()).extracting(Scored::mentorId).containsExactly("ana", "bea", "cyd", "dan");
        assertThat(first.best()).extracting(Scored::rank).containsExactly(1, 2, 3, 4);
    }

    @Test
    void the_excluded_and_the_fitting_are_all_that_were_considered() {
        var ranking = rank(
                Sample.settings("alternatives", "0"),
                candidate("a", Sample.volunteer()),
                candidate("b", Sample.volunteer()),
                candidate("c", Sample.volunteer("gender", "male")),
                candidate("d", Sample.volunteer("gender", "male", "centreId", "south")));
        assertThat(ranking.considered()).isEqualTo(4);
        assertThat(ranking.fitting()).isEqualTo(2);
        assertThat(ranking.best()).hasSize(1);
        assertThat(ranking.excluded())
                .containsExactly(new Excluded("other-centre", 1), new Excluded("gender-not-as-stated", 1));
    }
}
