package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.eventing.document.Cause;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.person.LevelOfCare;
import org.junit.jupiter.api.Test;

class ContinuingAfterDischargeTest {

    private final Scene scene = new Scene();
    private static final String A = P + "-a1";

    @Test
    void a_mentor_who_goes_on_is_kept() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        assertThat(scene.told(P)).endsWith("mentor-kept");
        assertThat(scene.latest(P, "mentor-kept").get("requestId").asString()).isEqualTo("r1");
    }

    @Test
    void otherwise_someone_who_does_takes_over_and_then_the_former_match_ends() {
        scene.mentor("ana", Sample.volunteer("acceptsAlumni", false)).admit(P).accept(P);
        scene.asked("r1");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("requestId").asString())
                .isEqualTo("r1");
        scene.mentor("bea", Sample.volunteer());
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("ana");
        assertThat(scene.latest(P, "mentor-proposed").get("requestId").asString())
                .isEqualTo("r1");
        scene.accept(P);
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("bea");
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
        assertThat(scene.latest(P, "mentor-assignment-ended").get("reason").asString())
                .isEqualTo("handed-over");
        assertThat(scene.held()).containsEntry("ana", 0).containsEntry("bea", 1);
    }

    @Test
    void a_request_that_comes_before_the_admission_is_answered_when_it_is_known() {
        scene.mentor("ana", Sample.volunteer()).asked("r1");
        assertThat(scene.told(P)).isEmpty();
        scene.admit(P).accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }

    @Test
    void a_search_goes_on_after_discharge_while_the_hand_off_asks() {
        scene.admit(P).asked("r1").fact(p -> p.discharged(A, Scene.START));
        scene.mentor("ana", Sample.volunteer()).accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }

    @Test
    void the_level_that_somebody_was_discharged_from_keeps_nobody_from_the_search() {
        scene.mentor("ana", Sample.volunteer());
        scene.admit(P, new LevelOfCare("3", "3.7-WM"), "26-35", Sample.wishes(1), Scene.consent(1));
        scene.asked("r1");
        assertThat(scene.told(P)).isEmpty();
        scene.fact(p -> p.discharged(A, Scene.START)).accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }

    @Test
    void a_request_that_is_withdrawn_stops_the_second_search_and_keeps_the_mentor() {
        scene.mentor("ana", Sample.volunteer("acceptsAlumni", false)).admit(P).accept(P);
        scene.mentor("bea", Sample.volunteer()).asked("r1").withdrawn("r1");
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("ana");
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("matched"));
        assertThat(scene.held()).containsEntry("ana", 1).containsEntry("bea", 0);
    }

    @Test
    void an_older_withdrawal_does_not_touch_a_newer_request() {
        scene.mentor("ana", Sample.volunteer())
                .admit(P)
                .asked("r2")
                .withdrawn("r1")
                .accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r2");
    }

    @Test
    void a_mentor_lost_after_the_answer_is_searched_for_under_the_same_request() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.mentor("bea", Sample.volunteer());
        scene.walking.end(P, Side.MENTOR, null, Cause.OWN);
        scene.settle().accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }

    @Test
    void who_waits_when_the_request_is_withdrawn_waits_on_without_it_and_that_is_told() {
        scene.asked("r1").admit(P).withdrawn("r1");
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted", "mentor-search-waitlisted");
        assertThat(scene.latest(P, "mentor-search-waitlisted").has("requestId")).isFalse();
    }

    @Test
    void a_mentor_who_is_lost_after_another_admission_is_searched_for_as_for_anybody() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.fact(p -> p.discharged(A, Scene.START)).admitAgain(P);
        scene.mentor("bea", Sample.volunteer("capacity", 1, "keptForDischarged", 1));
        scene.walking.end(P, Side.PATIENT, null, Cause.OWN);
        scene.settle();
        var waits = scene.latest(P, "mentor-search-waitlisted");
        assertThat(waits.get("admissionId").asString()).isEqualTo(P + "-a2");
        assertThat(waits.has("requestId")).isFalse();
        assertThat(scene.held()).containsEntry("bea", 0);
    }

    @Test
    void what_is_asked_for_again_because_the_mentor_was_lost_ends_with_another_admission() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.fact(p -> p.discharged(A, Scene.START));
        scene.walking.end(P, Side.PATIENT, null, Cause.OWN);
        scene.settle().mentor("bea", Sample.volunteer("acceptsAlumni", false));
        assertThat(scene.mentee(P).search()).isInstanceOf(Search.Waiting.class);
        scene.admitAgain(P);
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
        assertThat(scene.latest(P, "mentor-proposed").has("requestId")).isFalse();
    }

    @Test
    void an_offer_that_stands_when_the_hand_off_asks_is_told_to_it_once() {
        scene.mentor("ana", Sample.volunteer()).admit(P).asked("r1").fact(p -> p.discharged(A, Scene.START));
        scene.asked("r2").fact(p -> p.wanting(Sample.wishes(2), null));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-proposed", "mentor-proposed");
        var proposed = scene.latest(P, "mentor-proposed");
        assertThat(proposed.get("requestId").asString()).isEqualTo("r2");
        assertThat(proposed.get("offerId").asString()).isEqualTo(scene.offer(P).offerId());
        scene.accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r2");
    }

    @Test
    void so_is_one_that_was_made_when_a_match_ended_after_the_discharge() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.fact(p -> p.discharged(A, Scene.START)).mentor("bea", Sample.volunteer());
        scene.walking.end(P, Side.MENTOR, null, Cause.OWN);
        scene.settle().asked("r2");
        var proposed = scene.latest(P, "mentor-proposed");
        assertThat(proposed.get("requestId").asString()).isEqualTo("r2");
        assertThat(proposed.get("offerId").asString()).isEqualTo(scene.offer(P).offerId());
    }

    @Test
    void a_request_that_is_withdrawn_is_no_news_to_who_is_offered_a_mentor() {
        scene.mentor("ana", Sample.volunteer()).admit(P).asked("r1").withdrawn("r1");
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-proposed");
    }

    @Test
    void the_hand_off_is_answered_about_the_stay_that_it_asked_for() {
        scene.admit(P).admitAgain(P).asked("r1");
        assertThat(scene.latest(P, "mentor-search-waitlisted")
                        .get("admissionId")
                        .asString())
                .isEqualTo(A);
        scene.mentor("ana", Sample.volunteer());
        assertThat(scene.latest(P, "mentor-proposed").get("admissionId").asString())
                .isEqualTo(A);
    }

    @Test
    void a_mentor_who_goes_on_with_nobody_any_more_hands_over_before_the_discharge() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.mentor("ana", Sample.volunteer("acceptsAlumni", false));
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("ana");
        assertThat(scene.latest(P, "mentor-search-waitlisted").get("requestId").asString())
                .isEqualTo("r1");
        scene.mentor("bea", Sample.volunteer()).accept(P);
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("bea");
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }

    @Test
    void but_keeps_whoever_was_discharged_already() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.fact(p -> p.discharged(A, Scene.START));
        scene.mentor("ana", Sample.volunteer("acceptsAlumni", false)).mentor("bea", Sample.volunteer());
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("matched"));
        assertThat(scene.told(P)).endsWith("mentor-kept");
    }

    @Test
    void a_mentor_who_goes_on_after_all_stays_and_is_not_told_to_be_kept_again() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).asked("r1");
        scene.mentor("bea", Sample.volunteer()).mentor("ana", Sample.volunteer("acceptsAlumni", false));
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
        scene.mentor("ana", Sample.volunteer());
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("matched"));
        assertThat(scene.told(P)).containsOnlyOnce("mentor-kept");
        assertThat(scene.held()).containsEntry("ana", 1).containsEntry("bea", 0);
    }

    @Test
    void a_stay_that_goes_on_beside_a_later_one_is_handed_over() {
        scene.admit(P).admitAgain(P).asked("r1");
        scene.mentor("ana", Sample.volunteer()).accept(P);
        assertThat(scene.latest(P, "mentor-assigned").get("requestId").asString())
                .isEqualTo("r1");
    }
}
