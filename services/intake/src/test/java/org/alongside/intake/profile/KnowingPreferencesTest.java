package org.alongside.intake.profile;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.profile.PeerProfile.Window;
import org.alongside.intake.visit.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowingPreferencesTest {

    private final Centre centre = new Centre();
    private final KnowingPreferences preferences = new KnowingPreferences(
            centre.patients,
            new ProfileCodes(
                    List.of("smart", "secular"),
                    List.of("en", "es"),
                    List.of("women", "men"),
                    List.of("parent", "veteran")));

    @BeforeEach
    void somebody_is_in_treatment() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.news();
    }

    private static Interview interview(@Nullable List<String> pathways, @Nullable Window window) {
        return new Interview(
                pathways,
                "neutral",
                List.of("en"),
                "female",
                List.of("medication"),
                List.of("women"),
                "either",
                window == null ? null : List.of(window),
                List.of("parent"),
                List.of("mentor-7"),
                true);
    }

    private PeerProfile answer(Interview interview) {
        return preferences.answer(Centre.SOMEBODY, centre.command(), interview);
    }

    @Test
    void answers_are_told_whole_and_the_same_answers_only_once() {
        assertThat(answer(interview(List.of("smart"), null)).version()).isEqualTo(1);
        assertThat(answer(interview(List.of("smart"), null)).version()).isEqualTo(1);
        assertThat(answer(interview(List.of("secular"), null)).version()).isEqualTo(2);
        assertThat(centre.news()).containsExactly("peer-profile-updated", "peer-profile-updated");
    }

    @Test
    void staff_release_without_the_interview_and_the_interview_may_follow() {
        var released = preferences.release(Centre.SOMEBODY, centre.command(), true);
        assertThat(released.released()).isTrue();
        assertThat(released.pathways()).isNull();
        assertThat(centre.newsInFull().getFirst().data())
                .contains("\"released\":true")
                .doesNotContain("pathways");

        assertThat(answer(interview(null, null)).released()).isFalse();
        refused("profile-known", null, () -> preferences.release(Centre.SOMEBODY, centre.command(), true));
    }

    @Test
    void answers_are_codes_and_nothing_else() {
        refused("unknown-code", "pathways", () -> answer(interview(List.of("Jane Doe"), null)));
        refused(
                "unknown-code",
                "availability[0].zone",
                () -> answer(interview(null, new Window(List.of("monday"), "09:00", "10:00", "Mars/Olympus"))));
        refused(
                "impossible-window",
                "availability[0].to",
                () -> answer(interview(null, new Window(List.of("monday"), "10:00", "09:00", "America/New_York"))));
        refused(
                "malformed",
                "availability[0].from",
                () -> answer(interview(null, new Window(List.of("monday"), "9", "10:00", "America/New_York"))));
        refused(
                "unknown-code",
                "availability[0].days",
                () -> answer(interview(null, new Window(List.of("someday"), "09:00", "10:00", "America/New_York"))));
        assertThat(centre.news()).isEmpty();
    }

    @Test
    void what_is_not_on_the_centres_list_is_refused_with_the_list() {
        var jane = List.of("jane-doe");
        refused("unknown-code", "pathways", () -> answer(interview(jane, null)));
        refused("unknown-code", "languages", () -> answer(with(List.of("en-JaneDoe"), null, null)));
        refused("unknown-code", "audiences", () -> answer(with(null, jane, null)));
        refused("unknown-code", "lifeStage", () -> answer(with(null, null, List.of("born-1990-05-01"))));
        assertThatThrownBy(() -> answer(interview(jane, null))).hasMessage("One of: smart, secular.");
        assertThat(centre.news()).isEmpty();
    }

    @Test
    void whoever_has_an_id_can_be_avoided() {
        var ids = List.of("mentor-7", "7-mia", "2024-evening", "jo", Centre.SOMEBODY);
        assertThat(answer(avoiding(ids)).avoid()).isEqualTo(ids);
        centre.newsInFull();
        refused("unknown-code", "avoid", () -> answer(avoiding(List.of("Mia Lopez"))));
        refused("unknown-code", "avoid", () -> answer(avoiding(List.of("4711081"))));
    }

    private static Interview avoiding(List<String> ids) {
        return new Interview(null, null, null, null, null, null, null, null, null, ids, true);
    }

    @Test
    void a_list_of_the_centre_holds_codes() {
        assertThatThrownBy(() -> new ProfileCodes(List.of("12 steps"), List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Interview with(
            @Nullable List<String> languages, @Nullable List<String> audiences, @Nullable List<String> lifeStage) {
        return new Interview(null, null, languages, null, null, audiences, null, null, lifeStage, null, true);
    }

    private static void refused(
            String rule, @Nullable String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
    }
}
