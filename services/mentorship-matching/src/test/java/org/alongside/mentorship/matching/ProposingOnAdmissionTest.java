package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.alongside.mentorship.matching.Scene.consent;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.person.LevelOfCare;
import org.alongside.mentorship.person.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposingOnAdmissionTest {

    private final Scene scene = new Scene();

    @Test
    void a_person_with_profile_and_consent_is_offered_a_mentor_at_once() {
        scene.mentor("ines", Sample.volunteer()).admit(P);
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
        var proposed = scene.latest(P, "mentor-proposed");
        assertThat(proposed.get("mentorId").asString()).isEqualTo("ines");
        assertThat(proposed.get("expires").asString()).isEqualTo("2026-03-02T10:00:00Z");
        var sum = BigDecimal.ZERO;
        for (var weighed : proposed.get("contributions")) {
            sum = sum.add(new BigDecimal(weighed.get("contribution").asString()));
        }
        assertThat(sum).isEqualByComparingTo(proposed.get("score").decimalValue());
        assertThat(scene.held()).containsEntry("ines", 1);
    }

    @Test
    void nothing_is_told_before_the_place_is_taken() {
        admittedAndClaimed();
        assertThat(scene.told(P)).isEmpty();
        assertThat(scene.mentee(P).search()).isInstanceOf(Search.Claiming.class);
    }

    private void admittedAndClaimed() {
        scene.mentor("ines", Sample.volunteer());
        var episode = new Episode(P + "-a1", "north", Scene.START, Scene.IOP, null, false);
        scene.finding.on(
                scene.next("intake", P),
                p -> p.admitted(episode, "26-35", Sample.wishes(1), null).granted(consent(1)));
    }

    @Test
    void a_claim_on_its_way_is_given_back_when_the_person_must_not_be_asked_any_more() {
        admittedAndClaimed();
        scene.fact(p -> p.movedTo(P + "-a1", new LevelOfCare("3", "3.7-WM")));
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("withdrawal-management"));
        assertThat(scene.told(P)).isEmpty();
        assertThat(scene.held()).containsEntry("ines", 0);
    }

    @Test
    void so_it_is_when_the_person_leaves_without_a_hand_off() {
        admittedAndClaimed();
        scene.fact(p -> p.discharged(P + "-a1", Scene.START));
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("discharged"));
        assertThat(scene.told(P)).isEmpty();
        assertThat(scene.held()).containsEntry("ines", 0);
    }

    @Test
    void so_it_is_when_what_the_person_wants_no_longer_fits() {
        admittedAndClaimed();
        scene.fact(p -> p.wanting(Sample.wishes(2, "mentorGender", "male"), null));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        assertThat(scene.held()).containsEntry("ines", 0);
    }

    @Test
    void withdrawal_management_takes_an_offer_back_and_a_discharge_does_not() {
        scene.mentor("ines", Sample.volunteer()).admit(P).fact(p -> p.discharged(P + "-a1", Scene.START));
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
        scene.fact(p -> p.reopened(P + "-a1", new LevelOfCare("3", "3.7-WM")));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined");
        assertThat(scene.latest(P, "mentor-declined").get("by").asString()).isEqualTo("staff");
        assertThat(scene.held()).containsEntry("ines", 0);
    }

    @Test
    void a_later_stay_that_ended_does_not_hide_an_earlier_one_that_goes_on() {
        scene.admit(P);
        var other = new Episode(P + "-a2", "south", Scene.START, Scene.IOP, null, false);
        scene.fact(p -> p.admitted(other, "26-35", null, null)).fact(p -> p.discharged(P + "-a2", Scene.START));
        scene.mentor("ines", Sample.volunteer());
        assertThat(scene.latest(P, "mentor-proposed").get("admissionId").asString())
                .isEqualTo(P + "-a1");
        assertThat(scene.latest(P, "mentor-proposed").get("centreId").asString())
                .isEqualTo("north");
    }

    @Test
    void of_two_stays_that_go_on_the_later_is_searched_for() {
        scene.admit(P);
        var other = new Episode(P + "-a2", "north", Scene.START, Scene.IOP, null, false);
        scene.fact(p -> p.admitted(other, "26-35", null, null)).mentor("ines", Sample.volunteer());
        assertThat(scene.latest(P, "mentor-proposed").get("admissionId").asString())
                .isEqualTo(P + "-a2");
    }

    @Test
    void without_a_profile_the_search_waits_for_48_hours_and_no_longer() {
        scene.mentor("ines", Sample.volunteer()).admit(P, "26-35", null, consent(1));
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("profile-awaited"));
        scene.later(Duration.ofHours(47));
        assertThat(scene.told(P)).isEmpty();
        scene.later(Duration.ofHours(1));
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void the_configured_wait_for_the_profile_decides() {
        var impatient = new Scene("profile-awaited", "0h");
        impatient.mentor("ines", Sample.volunteer()).admit(P, "26-35", null, consent(1));
        assertThat(impatient.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void a_profile_or_its_release_starts_the_search() {
        scene.mentor("ines", Sample.volunteer()).admit(P, "26-35", null, consent(1));
        scene.fact(p -> p.wanting(new Profile(1, null, null, null, null, null, null, null, null, null, null), null));
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void without_consent_only_employed_coaches_are_offered() {
        scene.mentor("ines", Sample.volunteer()).admit(P, "26-35", Sample.wishes(1));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("excluded").toString())
                .isEqualTo("[{\"rule\":\"peer-disclosure-consent\",\"count\":1}]");
        scene.mentor("carl", Sample.coach());
        assertThat(scene.latest(P, "mentor-proposed").get("relation").asString())
                .isEqualTo("coach");
    }

    @Test
    void consent_brings_volunteers_into_a_search_that_waits() {
        scene.mentor("ines", Sample.volunteer()).admit(P, "26-35", Sample.wishes(1));
        scene.fact(p -> p.granted(consent(1)));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted", "mentor-proposed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minor", "unknown"})
    void nobody_under_age_is_matched_by_the_machine(String ageBand) {
        scene.mentor("ines", Sample.volunteer()).mentor("carl", Sample.coach());
        scene.admit(P, ageBand, Sample.wishes(1), consent(1));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("excluded").toString())
                .isEqualTo("[{\"rule\":\"adults-only\",\"count\":2}]");
    }

    @Test
    void an_age_that_is_corrected_before_there_is_a_profile_counts_when_the_search_begins() {
        scene.mentor("carl", Sample.coach()).admit(P, "36-50", null, consent(1));
        scene.fact(p -> p.wanting(null, "minor"));
        scene.later(Duration.ofHours(49));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");

        scene.fact(p -> p.wanting(null, "26-35"));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted", "mentor-proposed");
    }

    @Test
    void an_offer_to_somebody_who_turns_out_to_be_under_age_is_taken_back() {
        scene.mentor("carl", Sample.coach()).admit(P, "36-50", Sample.wishes(1), consent(1));
        scene.fact(p -> p.wanting(null, "minor"));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-search-waitlisted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7-WM", "4-wm"})
    void nobody_is_offered_during_withdrawal_management(String code) {
        scene.mentor("ines", Sample.volunteer());
        scene.admit(P, new LevelOfCare("3", code), "26-35", Sample.wishes(1), consent(1));
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("withdrawal-management"));
        scene.fact(p -> p.movedTo(P + "-a1", Scene.IOP));
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void the_configured_levels_decide() {
        var other = new Scene("withdrawal-management", "2.1");
        other.mentor("ines", Sample.volunteer()).admit(P);
        assertThat(other.told(P)).isEmpty();
    }

    @Test
    void whatever_the_case_of_their_letters() {
        var other = new Scene("withdrawal-management", "3.7-WM");
        other.mentor("ines", Sample.volunteer());
        other.admit(P, new LevelOfCare("3", "3.7-wm"), "26-35", Sample.wishes(1), consent(1));
        assertThat(other.told(P)).isEmpty();
    }

    @Test
    void a_repeated_admission_changes_nothing() {
        scene.mentor("ines", Sample.volunteer()).admit(P);
        var in = new org.alongside.eventing.lane.Incoming("intake", P, "patient-admitted", 1, Scene.START, "e");
        scene.finding.on(in, p -> p.died());
        assertThat(scene.mentee(P).person().deceased()).isFalse();
    }
}
