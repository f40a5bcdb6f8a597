package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorState;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class KeepingMentorsCurrentTest {

    private final Scene scene = new Scene("volunteers.capacity", "2", "coaches.capacity", "9");

    private List<String> told(String mentorId) {
        return scene.space.told("mentors", mentorId).stream()
                .map(TestSpace.Event::data)
                .toList();
    }

    private Mentor mentor(String mentorId) {
        return scene.mentors.find(mentorId).orElseThrow().orElse(null);
    }

    @Test
    void the_capacity_is_the_centres_unless_stated() {
        scene.mentor("ana", Sample.volunteer("capacity", null)).mentor("carl", Sample.coach("capacity", null));
        scene.mentor("bea", Sample.volunteer("capacity", 1));
        assertThat(List.of(
                        mentor("ana").capacity(),
                        mentor("carl").capacity(),
                        mentor("bea").capacity()))
                .containsExactly(2, 9, 1);
    }

    @Test
    void no_more_places_are_kept_than_there_are() {
        scene.mentor("ana", Sample.volunteer("capacity", null, "keptForDischarged", 2));
        assertThat(mentor("ana").profile().keptForDischarged()).isEqualTo(2);
        assertThatThrownBy(() -> scene.mentor("ana", Sample.volunteer("capacity", 1, "keptForDischarged", 2)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo("kept-above-capacity");
                    assertThat(refused.field()).isEqualTo("keptForDischarged");
                });
    }

    @Test
    void nobody_keeps_places_for_after_discharge_who_does_not_go_on_then() {
        assertThatThrownBy(() -> scene.mentor("ana", Sample.volunteer("keptForDischarged", 1, "acceptsAlumni", false)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo("kept-but-ends-at-discharge");
                    assertThat(refused.field()).isEqualTo("keptForDischarged");
                });
    }

    @Test
    void a_mentor_who_was_stored_before_places_were_kept_keeps_none() {
        scene.mentor("ana", Sample.volunteer("capacity", 1));
        var unset = new Document("$unset", new Document("state.profile.keptForDischarged", ""));
        scene.space.store().update("mentors", new Document("_id", "ana"), unset);
        assertThat(mentor("ana").profile()).isEqualTo(Sample.volunteer("capacity", 1, "keptForDischarged", 0));
        assertThat(scene.admit(P).held()).containsEntry("ana", 1);
    }

    @Test
    void availability_is_told_when_room_comes_or_goes_and_not_for_every_place() {
        scene.mentor("ana", Sample.volunteer("capacity", 2)).admit("p1");
        assertThat(told("ana")).hasSize(1);
        scene.admit("p2");
        assertThat(told("ana")).hasSize(2);
        assertThat(told("ana").getLast()).contains("\"free\":0").doesNotContain("p2");
        scene.answering.decline("p2", scene.offer("p2").offerId(), Side.PATIENT, Cause.OWN);
        scene.settle().state("ana", MentorState.PAUSED);
        assertThat(told("ana")).hasSize(4);
        assertThat(told("ana").getLast()).contains("\"state\":\"paused\"");
    }

    @Test
    void the_same_profile_again_changes_nothing() {
        scene.mentor("ana", Sample.volunteer());
        var before = scene.mentors.find("ana").orElseThrow().version();
        scene.mentor("ana", Sample.volunteer());
        assertThat(scene.mentors.find("ana").orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void a_lower_capacity_takes_nobody_away_and_nobody_in() {
        scene.mentor("ana", Sample.volunteer("capacity", 2)).admit("p1").admit("p2");
        scene.mentor("ana", Sample.volunteer("capacity", 1)).admit("p3");
        assertThat(scene.held()).containsEntry("ana", 2);
        assertThat(scene.mentee("p3").search()).isInstanceOf(Search.Waiting.class);
    }

    @Test
    void a_claim_that_was_decided_on_older_terms_is_decided_again() {
        scene.mentor("ana", Sample.volunteer());
        var episode =
                new org.alongside.mentorship.person.Episode(P + "-a1", "north", Scene.START, Scene.IOP, null, false);
        scene.finding.on(
                scene.next("intake", P),
                p -> p.admitted(episode, "26-35", Sample.wishes(1), List.of(Scene.consent(1))));
        scene.keeping.keep("ana", Sample.volunteer("avoid", List.of(P)), Cause.OWN);
        scene.settle();
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        assertThat(scene.held()).containsEntry("ana", 0);
    }
}
