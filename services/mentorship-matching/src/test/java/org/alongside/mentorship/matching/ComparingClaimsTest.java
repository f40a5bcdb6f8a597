package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;

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
        scene.mentors.change(
                "ana",
                Cause.OWN,
                ClaimOutcome.class,
                (kept, now) -> kept.state().claim(kept, P + "-m9", P, null, false, now));
        assertThat(scene.held()).containsEntry("ana", 2);
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("ana", 1);
    }

    @Test
    void everybody_has_their_turn_however_many_there_are() {
        int many = ComparingClaims.A_RUN + 1;
        scene.mentor("carl", Sample.coach("capacity", many));
        for (int n = 0; n < many; n++) {
            scene.admit("p%03d".formatted(n));
        }
        loses("carl", "p000-m1");
        loses("carl", "p%03d-m1".formatted(many - 1));
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("carl", many - 1);
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("carl", many);
        loses("carl", "p000-m1");
        scene.comparing.compare();
        assertThat(scene.settle().held()).containsEntry("carl", many);
    }
}
