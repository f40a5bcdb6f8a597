package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.person.Episode;
import org.junit.jupiter.api.Test;

class AnsweringOffersTest {

    private final Scene scene = new Scene();

    private void decline(Side by) {
        scene.answering.decline(P, scene.offer(P).offerId(), by, Cause.OWN);
        scene.settle();
    }

    @Test
    void both_have_to_accept() {
        scene.mentor("ines", Sample.volunteer()).admit(P);
        var offerId = scene.offer(P).offerId();
        scene.answering.accept(P, offerId, Side.PATIENT, Cause.OWN);
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
        scene.answering.accept(P, offerId, Side.MENTOR, Cause.OWN);
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-assigned");
        assertThat(scene.mentee(P).search()).isEqualTo(new Search.Idle("matched"));
    }

    @Test
    void employed_coaches_accept_by_default_and_the_centre_may_say_otherwise() {
        scene.mentor("carl", Sample.coach()).admit(P);
        scene.answering.accept(P, scene.offer(P).offerId(), Side.PATIENT, Cause.OWN);
        assertThat(scene.told(P)).contains("mentor-assigned");

        var asking = new Scene("coaches-accept-by-default", "false");
        asking.mentor("carl", Sample.coach()).admit(P);
        asking.answering.accept(P, asking.offer(P).offerId(), Side.PATIENT, Cause.OWN);
        assertThat(asking.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void a_coach_who_becomes_a_volunteer_before_the_person_has_answered_is_asked() {
        scene.mentor("carl", Sample.coach()).admit(P);
        scene.mentor("carl", Sample.coach("employed", false));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-proposed");
        assertThat(scene.latest(P, "mentor-declined").get("by").asString()).isEqualTo("staff");
        scene.answering.accept(P, scene.offer(P).offerId(), Side.PATIENT, Cause.OWN);
        assertThat(scene.mentee(P).match()).isNull();
        assertThat(scene.settle().held()).containsEntry("carl", 1);
    }

    @Test
    void a_coach_who_becomes_a_volunteer_keeps_the_place_of_whom_they_were_offered_to() {
        scene.mentor("carl", Sample.coach("capacity", 1)).admit(P).admit("p2");
        scene.mentor("carl", Sample.coach("capacity", 1, "employed", false));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-proposed");
        assertThat(scene.offer(P).proposal().employed()).isFalse();
        assertThat(scene.offer(P).mentorAccepted()).isFalse();
        assertThat(scene.mentee("p2").search()).isInstanceOf(Search.Waiting.class);
        scene.accept(P);
        assertThat(scene.mentee(P).match().mentorId()).isEqualTo("carl");
        assertThat(scene.held()).containsEntry("carl", 1);
    }

    @Test
    void a_coach_who_becomes_a_volunteer_while_the_place_is_claimed_is_asked() {
        scene.mentor("carl", Sample.coach("capacity", 1));
        var episode = new Episode(P + "-a1", "north", Scene.START, Scene.IOP, null, false);
        scene.finding.on(
                scene.next("intake", P),
                p -> p.admitted(episode, "26-35", Sample.wishes(1), List.of(Scene.consent(1))));
        var claim = scene.mentees.find(P).orElseThrow().owed().get(P + "-m1");
        scene.works.getFirst().carryOut(P, P + "-m1", claim);
        scene.mentor("carl", Sample.coach("capacity", 1, "employed", false));
        assertThat(scene.offer(P).mentorAccepted()).isFalse();
        assertThat(scene.told(P)).containsExactly("mentor-proposed");
    }

    @Test
    void a_decline_leads_to_the_next_at_once_and_never_to_the_same_again() {
        scene.mentor("ana", Sample.volunteer())
                .mentor("bea", Sample.volunteer())
                .admit(P);
        decline(Side.PATIENT);
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
        decline(Side.MENTOR);
        assertThat(scene.told(P))
                .containsExactly(
                        "mentor-proposed",
                        "mentor-declined",
                        "mentor-proposed",
                        "mentor-declined",
                        "mentor-search-waitlisted");
        assertThat(scene.latest(P, "mentor-declined").has("reason")).isFalse();
        assertThat(scene.held()).containsEntry("ana", 0).containsEntry("bea", 0);
    }

    @Test
    void an_offer_expires_and_the_next_follows() {
        scene.mentor("ana", Sample.volunteer())
                .mentor("bea", Sample.volunteer())
                .admit(P);
        scene.later(Duration.ofHours(24));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-offer-expired", "mentor-proposed");
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
        assertThat(scene.held()).containsEntry("ana", 0).containsEntry("bea", 1);
    }

    @Test
    void the_configured_time_of_an_offer_decides() {
        var short_ = new Scene("offer-stands", "2h");
        short_.mentor("ana", Sample.volunteer()).admit(P);
        short_.later(Duration.ofHours(2));
        assertThat(short_.told(P)).contains("mentor-offer-expired");
    }

    @Test
    void an_offer_that_is_not_open_is_refused_by_name() {
        scene.mentor("ana", Sample.volunteer()).admit(P);
        var offerId = scene.offer(P).offerId();
        scene.accept(P);
        assertThatThrownBy(() -> scene.answering.accept(P, offerId, Side.PATIENT, Cause.OWN))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("offer-not-open"));
        assertThatThrownBy(() -> scene.answering.accept("nobody", offerId, Side.PATIENT, Cause.OWN))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-person"));
    }

    @Test
    void a_suspended_mentor_loses_the_offer_and_the_match() {
        scene.mentor("ana", Sample.volunteer()).admit(P);
        scene.state("ana", org.alongside.mentorship.mentor.MentorState.SUSPENDED);
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-search-waitlisted");
        scene.state("ana", org.alongside.mentorship.mentor.MentorState.ACTIVE).accept(P);
        scene.state("ana", org.alongside.mentorship.mentor.MentorState.SUSPENDED);
        assertThat(scene.latest(P, "mentor-assignment-ended").get("reason").asString())
                .isEqualTo("mentor-suspended");
        assertThat(scene.held()).containsEntry("ana", 0);
    }

    @Test
    void a_clearance_that_lapses_takes_back_the_offer() {
        var clearances = java.util.Map.of(
                "background-check", "2026-03-01",
                "training", "2027-12-31",
                "boundary-agreement", "2027-12-31",
                "supervision", "2027-12-31");
        scene.mentor("ana", Sample.volunteer("clearances", clearances)).admit(P);
        scene.later(Duration.ofHours(14));
        assertThat(scene.told(P)).containsExactly("mentor-proposed", "mentor-declined", "mentor-search-waitlisted");
        assertThat(scene.latest(P, "mentor-declined").get("by").asString()).isEqualTo("staff");
    }

    @Test
    void a_clearance_that_lapses_does_not_take_anybody_away_from_whom_they_walk_with() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P);
        scene.mentor("ana", Sample.volunteer("clearances", java.util.Map.of()));
        assertThat(scene.mentee(P).match()).isNotNull();
        assertThat(scene.admit("p2").told("p2")).containsExactly("mentor-search-waitlisted");
    }
}
