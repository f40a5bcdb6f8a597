package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.alongside.mentorship.matching.Scene.consent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Sample;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffDecidingTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void twoMentors() {
        scene.mentor("ana", Sample.volunteer()).mentor("bea", Sample.volunteer("acceptsAlumni", false));
    }

    private static void refused(ThrowingCallable call, String rule) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    @Test
    void a_pin_takes_the_place_of_what_was_offered_and_records_who() {
        scene.admit(P);
        scene.supervising.pin(P, "bea", "sup-1", Cause.OWN);
        scene.settle();
        var offer = scene.offer(P);
        assertThat(offer.proposal().mentorId()).isEqualTo("bea");
        assertThat(offer.proposal().staff()).isEqualTo("sup-1");
        assertThat(scene.latest(P, "mentor-declined").get("by").asString()).isEqualTo("staff");
        assertThat(scene.mentee(P).choices()).containsExactly(new StaffChoice("pin", "bea", "sup-1", Scene.START));
        assertThat(scene.held()).containsEntry("ana", 0).containsEntry("bea", 1);
    }

    @Test
    void a_pin_is_bound_by_the_hard_rules() {
        scene.mentor("carl", Sample.coach("gender", "male")).admit(P);
        refused(() -> scene.supervising.pin(P, "carl", "sup-1", Cause.OWN), "gender-not-as-stated");
        refused(() -> scene.supervising.pin(P, "nobody", "sup-1", Cause.OWN), "unknown-mentor");
        refused(() -> scene.supervising.pin(P, "ana", "sup-1", Cause.OWN), "already-proposed");
    }

    @Test
    void staff_may_give_an_employed_coach_to_someone_under_age_but_no_volunteer() {
        scene.mentor("carl", Sample.coach()).admit(P, "minor", Sample.wishes(1), consent(1));
        refused(() -> scene.supervising.pin(P, "ana", "sup-1", Cause.OWN), "adults-only");
        scene.supervising.pin(P, "carl", "sup-1", Cause.OWN);
        scene.settle();
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("carl");
    }

    @Test
    void an_alternative_must_be_listed() {
        scene.mentor("dora", Sample.volunteer("gender", "male")).admit(P);
        refused(() -> scene.supervising.alternative(P, "dora", "sup-1", Cause.OWN), "not-an-alternative");
        scene.supervising.alternative(P, "bea", "sup-1", Cause.OWN);
        scene.settle();
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
    }

    @Test
    void a_veto_holds_for_good() {
        scene.admit(P);
        scene.supervising.veto(P, "ana", "sup-1", Cause.OWN);
        scene.settle();
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("bea");
        refused(() -> scene.supervising.pin(P, "ana", "sup-1", Cause.OWN), "vetoed-by-staff");
        scene.accept(P);
        scene.supervising.veto(P, "bea", "sup-1", Cause.OWN);
        assertThat(scene.latest(P, "mentor-assignment-ended").get("reason").asString())
                .isEqualTo("vetoed");
    }

    @Test
    void the_answer_to_why_names_the_chosen_the_best_and_the_excluded() {
        scene.mentor("dora", Sample.volunteer("gender", "male")).admit(P);
        var why = WhyView.of(P, scene.mentee(P));
        assertThat(why.chosen().mentorId()).isEqualTo("ana");
        assertThat(why.considered()).isEqualTo(3);
        assertThat(why.best()).extracting(WhyView.Fit::mentorId).containsExactly("ana", "bea");
        assertThat(why.excluded()).extracting(e -> e.rule()).containsExactly("gender-not-as-stated");
        assertThat(why.best().getFirst().contributions()).isNotEmpty();
    }

    @Test
    void the_answer_to_why_stays_once_both_said_yes() {
        scene.mentor("dora", Sample.volunteer("gender", "female", "acceptsAlumni", false));
        scene.admit(P);
        scene.supervising.pin(P, "dora", "sup-1", Cause.OWN);
        scene.settle();
        var offered = WhyView.of(P, scene.mentee(P)).chosen();
        scene.accept(P);
        assertThat(scene.mentee(P).match()).isNotNull();
        assertThat(WhyView.of(P, scene.mentee(P)).chosen()).isEqualTo(offered);
        assertThat(offered.staff()).isEqualTo("sup-1");
    }
}
