package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.alongside.eventing.document.Cause;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.ClaimOutcome;
import org.alongside.mentorship.mentor.MentorState;
import org.junit.jupiter.api.Test;

/** What a restore may leave behind: one side was brought back to an earlier moment than the other. */
class ComparingClaimsTest {

    private final Scene scene = new Scene();

    private void loses(String mentorId, String matchId) {
        scene.mentors.change(mentorId, Cause.OWN, (kept, now) -> kept.state().release(kept, matchId, false));
        scene.settle();
    }

    @Test
    void a_match_without_its_place_claims_it_again() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P);
        loses("ana", P + "-m1");
        assertThat(scene.held()).containsEntry("ana", 0);
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("ana", 1);
    }

    @Test
    void so_does_one_with_a_mentor_who_takes_nobody_new() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P).state("ana", MentorState.PAUSED);
        loses("ana", P + "-m1");
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("ana", 1);
        assertThat(scene.mentee(P).match()).isNotNull();
    }

    @Test
    void a_place_that_nobody_names_is_freed() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P);
        claims("ana", P + "-m9", P);
        assertThat(scene.held()).containsEntry("ana", 2);
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("ana", 1);
    }

    @Test
    void a_place_of_somebody_who_is_not_known_is_freed() {
        scene.mentor("ana", Sample.volunteer()).admit(P).accept(P);
        claims("ana", "nobody-m1", "nobody");
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("ana", 1);
    }

    private void claims(String mentorId, String matchId, String patientId) {
        scene.mentors.change(
                mentorId,
                Cause.OWN,
                ClaimOutcome.class,
                (kept, now) -> kept.state().claim(kept, matchId, patientId, null, false, now));
    }

    @Test
    void everybody_has_their_turn_however_many_there_are() {
        int many = ComparingClaims.A_RUN + 1;
        var last = "p%03d".formatted(many - 1);
        scene.mentor("carl", Sample.coach("capacity", many + 1));
        for (int n = 0; n < many; n++) {
            scene.admit("p%03d".formatted(n));
        }
        loses("carl", "p000-m1");
        loses("carl", last + "-m1");
        claims("carl", last + "-m9", last);
        scene.comparing.compare();
        assertThat(places()).hasSize(many).contains("p000-m1", last + "-m9");
        scene.comparing.compare();
        assertThat(places()).hasSize(many).contains(last + "-m1");
        loses("carl", "p000-m1");
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("carl", many);
    }

    private Set<String> places() {
        return scene.settle()
                .mentors
                .find("carl")
                .orElseThrow()
                .orElse(null)
                .places()
                .keySet();
    }
}
