package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.alongside.mentorship.matching.Scene.consent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.person.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingMatchesTest {

    private final Scene scene = new Scene();
    private static final String A = P + "-a1";

    private Scene matched() {
        return scene.mentor("ana", Sample.volunteer()).admit(P).accept(P);
    }

    private String endedBecause() {
        return scene.latest(P, "mentor-assignment-ended").path("reason").asString(null);
    }

    @Test
    void a_person_may_end_it_without_a_reason_and_is_searched_for_again() {
        matched().mentor("bea", Sample.volunteer());
        scene.walking.end(P, Side.PATIENT, null, Cause.OWN);
        scene.settle();
        assertThat(endedBecause()).isNull();
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
    }

    @Test
    void a_reason_that_is_given_is_one_of_a_list() {
        matched();
        scene.walking.end(P, Side.PATIENT, EndReason.Said.of("moved-away"), Cause.OWN);
        assertThat(endedBecause()).isEqualTo("moved-away");
        assertThatThrownBy(() -> EndReason.Said.of("relapsed-with-dana-marlow"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo("unknown-code");
                    assertThat(refused.field()).isEqualTo("reason");
                    assertThat(refused.detail())
                            .contains("moved-away, schedule, no-fit, goals-reached, other")
                            .doesNotContain("dana");
                });
    }

    @Test
    void the_contract_knows_every_reason_and_no_other() {
        matched();
        scene.walking.end(P, Side.PATIENT, EndReason.Said.OTHER, Cause.OWN);
        var ended = scene.latest(P, "mentor-assignment-ended").toString();
        var reasons = Stream.concat(
                Arrays.stream(EndReason.Said.values()).map(EndReason.Said::code),
                Arrays.stream(EndReason.Found.values()).map(EndReason.Found::code));
        assertThat(reasons)
                .allSatisfy(reason ->
                        assertThat(breaks(ended.replace("other", reason))).isEmpty());
        assertThat(breaks(ended.replace("other", "relapsed"))).isNotEmpty();
    }

    private static List<String> breaks(String ended) {
        return Contracts.load().violations("mentorship", "mentor-assignment-ended", "1.0.0", ended);
    }

    @Test
    void a_revoked_consent_ends_what_a_volunteer_has_and_goes_on_among_coaches() {
        matched().mentor("carl", Sample.coach());
        scene.fact(p -> p.revoked(consent(1)));
        assertThat(endedBecause()).isEqualTo("consent-ended");
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("carl");
        assertThat(scene.held()).containsEntry("ana", 0);
    }

    @Test
    void a_revoked_consent_takes_back_a_volunteers_offer() {
        scene.mentor("ana", Sample.volunteer()).admit(P).fact(p -> p.revoked(consent(1)));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-search-waitlisted");
    }

    @Test
    void a_copy_of_a_revoked_consent_does_not_bring_it_back() {
        matched().fact(p -> p.revoked(consent(2)));
        scene.fact(p -> p.granted(consent(1))).fact(p -> p.granted(consent(2)));
        assertThat(scene.mentee(P).person().discloses(Scene.START)).isFalse();
    }

    @Test
    void a_consent_that_expires_ends_it_on_time() {
        var until = new Consent(Consent.PEER_DISCLOSURE, 1, Scene.START.plus(Duration.ofDays(3)), null);
        scene.mentor("ana", Sample.volunteer())
                .admit(P, "26-35", Sample.wishes(1), until)
                .accept(P)
                .later(Duration.ofDays(3));
        assertThat(endedBecause()).isEqualTo("consent-ended");
    }

    @Test
    void a_coach_is_not_touched_by_a_revoked_consent() {
        scene.mentor("carl", Sample.coach()).admit(P).accept(P).fact(p -> p.revoked(consent(1)));
        assertThat(scene.mentee(P).match()).isNotNull();
    }

    @Test
    void a_coach_who_is_no_longer_employed_needs_the_consent_like_any_volunteer() {
        scene.mentor("carl", Sample.coach())
                .admit(P, "26-35", Sample.wishes(1))
                .accept(P)
                .mentor("carl", Sample.coach("employed", false));
        assertThat(endedBecause()).isEqualTo("consent-ended");
        assertThat(scene.held()).containsEntry("carl", 0);
    }

    @Test
    void a_consent_that_is_revoked_after_a_coach_became_a_volunteer_ends_it() {
        scene.mentor("carl", Sample.coach()).admit(P).accept(P);
        scene.mentor("carl", Sample.coach("employed", false));
        assertThat(scene.mentee(P).match()).isNotNull();
        scene.fact(p -> p.revoked(consent(1)));
        assertThat(endedBecause()).isEqualTo("consent-ended");
    }

    @Test
    void a_consent_that_expires_after_a_coach_became_a_volunteer_ends_it_on_time() {
        var until = new Consent(Consent.PEER_DISCLOSURE, 1, Scene.START.plus(Duration.ofDays(3)), null);
        scene.mentor("carl", Sample.coach())
                .admit(P, "26-35", Sample.wishes(1), until)
                .accept(P)
                .mentor("carl", Sample.coach("employed", false))
                .later(Duration.ofDays(3));
        assertThat(endedBecause()).isEqualTo("consent-ended");
    }

    @Test
    void a_discharge_does_not_end_a_match() {
        matched().fact(p -> p.discharged(A, Scene.START));
        assertThat(scene.mentee(P).match()).isNotNull();
        assertThat(scene.told(P)).doesNotContain("mentor-assignment-ended");
    }

    @Test
    void a_discharge_without_hand_off_stops_a_search_and_its_cancellation_resumes_it() {
        scene.admit(P).fact(p -> p.discharged(A, Scene.START));
        scene.mentor("ana", Sample.volunteer());
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("discharged"));
        scene.fact(p -> p.reopened(A, null));
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("ana");
    }

    @Test
    void a_cancelled_admission_frees_the_place_without_counting_against_the_mentor() {
        matched().fact(p -> p.cancel(A));
        assertThat(endedBecause()).isEqualTo("admission-cancelled");
        var mentor = scene.mentors.find("ana").orElseThrow().orElse(null);
        assertThat(mentor.places()).isEmpty();
        assertThat(mentor.ended()).isZero();
    }

    @Test
    void an_end_by_a_person_counts() {
        matched();
        scene.walking.end(P, Side.MENTOR, null, Cause.OWN);
        scene.settle();
        assertThat(scene.mentors.find("ana").orElseThrow().orElse(null).ended()).isEqualTo(1);
    }

    @Test
    void an_offer_that_comes_to_nothing_is_no_match_that_ended() {
        scene.mentor("ana", Sample.volunteer()).admit("p1").admit("p2");
        scene.answering.decline("p1", scene.offer("p1").offerId(), Side.PATIENT, Cause.OWN);
        scene.settle().later(Duration.ofDays(1));
        assertThat(scene.told("p2")).contains("mentor-offer-expired");
        assertThat(scene.mentors.find("ana").orElseThrow().orElse(null).ended()).isZero();
    }

    @Test
    void death_stops_everything() {
        matched().asked("r1").fact(p -> p.died());
        assertThat(endedBecause()).isEqualTo("deceased");
        scene.mentor("bea", Sample.volunteer()).later(Duration.ofDays(40));
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("deceased"));
    }

    @Test
    void whose_death_was_an_error_is_offered_somebody_again() {
        matched().fact(p -> p.died());
        assertThat(endedBecause()).isEqualTo("deceased");
        scene.fact(p -> p.lives());
        assertThat(scene.mentee(P).search()).isInstanceOf(Search.Offered.class);
    }

    @Test
    void whoever_is_avoided_later_is_let_go() {
        matched().fact(p -> p.wanting(Sample.wishes(2, "avoid", List.of("ana")), null));
        assertThat(scene.latest(P, "mentor-assignment-ended").get("by").asString())
                .isEqualTo("patient");
    }

    @Test
    void so_is_who_must_not_be_matched_with_the_mentor_and_neither_is_offered_to_the_other_again() {
        matched().mentor("ana", Sample.volunteer("avoid", List.of(P)));
        assertThat(scene.latest(P, "mentor-assignment-ended").get("by").asString())
                .isEqualTo("mentor");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("excluded").toString())
                .isEqualTo("[{\"rule\":\"mentor-avoids-person\",\"count\":1}]");
        assertThat(scene.held()).containsEntry("ana", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minor", "unknown"})
    void who_turns_out_not_to_be_known_as_an_adult_does_not_stay_with_a_volunteer(String ageBand) {
        matched().fact(p -> p.wanting(null, ageBand));
        assertThat(scene.latest(P, "mentor-assignment-ended").get("by").asString())
                .isEqualTo("programme");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("excluded").toString())
                .isEqualTo("[{\"rule\":\"adults-only\",\"count\":1}]");
        assertThat(scene.held()).containsEntry("ana", 0);
    }

    @Test
    void somebody_under_age_stays_with_a_coach_for_as_long_as_the_coach_is_employed() {
        scene.mentor("carl", Sample.coach()).admit(P).accept(P).fact(p -> p.wanting(null, "minor"));
        assertThat(scene.mentee(P).match()).isNotNull();
        scene.mentor("carl", Sample.coach("employed", false));
        assertThat(scene.mentee(P).match()).isNull();
        assertThat(scene.held()).containsEntry("carl", 0);
    }

    @Test
    void a_first_contact_that_never_comes_is_told_and_then_the_place_is_freed() {
        matched().later(Duration.ofDays(14));
        assertThat(scene.told(P)).endsWith("peer-contact-overdue");
        scene.later(Duration.ofDays(15));
        assertThat(scene.held()).containsEntry("ana", 1);
        scene.later(Duration.ofDays(1));
        assertThat(endedBecause()).isEqualTo("no-first-contact");
        assertThat(scene.held()).containsEntry("ana", 0);
    }

    @Test
    void a_logged_contact_is_told_with_the_first_marked_and_ends_the_wait() {
        matched();
        scene.walking.met(P, Scene.START, "phone", 20, Cause.OWN);
        assertThat(scene.latest(P, "peer-contact-logged").get("first").asBoolean())
                .isTrue();
        scene.walking.met(P, Scene.START, "phone", 20, Cause.OWN);
        assertThat(scene.latest(P, "peer-contact-logged").get("first").asBoolean())
                .isFalse();
        scene.later(Duration.ofDays(60));
        assertThat(scene.told(P)).doesNotContain("peer-contact-overdue", "mentor-assignment-ended");
    }

    @Test
    void an_earlier_contact_that_is_logged_later_is_the_first() {
        matched().later(Duration.ofDays(3));
        var yesterday = scene.clock.instant().minus(Duration.ofDays(1));
        scene.walking.met(P, scene.clock.instant(), "phone", 20, Cause.OWN);
        scene.walking.met(P, yesterday, "in-person", 30, Cause.OWN);
        var match = scene.mentee(P).match();
        assertThat(match.firstContactAt()).isEqualTo(yesterday);
        assertThat(match.contacts()).extracting(Match.Contact::channel).containsExactly("in-person", "phone");
    }

    @Test
    void a_contact_is_neither_from_before_the_match_nor_from_the_future() {
        matched();
        met(Scene.START.minus(Duration.ofDays(1)).minusSeconds(1), "before-the-match");
        met(Instant.MIN, "before-the-match");
        met(Scene.START.plus(Duration.ofMinutes(5)).plusSeconds(1), "in-the-future");
        assertThat(scene.mentee(P).match().firstContactAt()).isNull();
        scene.walking.met(P, Scene.START.minus(Duration.ofDays(1)), "in-person", 20, Cause.OWN);
        assertThat(scene.mentee(P).match().contactCount()).isEqualTo(1);
    }

    private void met(Instant at, String rule) {
        assertThatThrownBy(() -> scene.walking.met(P, at, "phone", 20, Cause.OWN))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.field()).isEqualTo("at");
                });
    }
}
