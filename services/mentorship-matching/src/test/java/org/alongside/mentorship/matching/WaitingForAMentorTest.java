package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.ranking.Excluded;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingForAMentorTest {

    private final Scene scene = new Scene();

    private boolean offered(String patientId) {
        return scene.mentee(patientId).search() instanceof Search.Offered;
    }

    private void decline(String patientId) {
        scene.answering.decline(patientId, scene.offer(patientId).offerId(), Side.PATIENT, Cause.OWN);
        scene.settle();
    }

    @Test
    void a_place_that_is_freed_goes_to_whoever_waited_longest() {
        scene.mentor("ana", Sample.volunteer("capacity", 1)).admit("p1");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit("p3");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit("p2");
        decline("p1");
        assertThat(offered("p3")).isTrue();
        assertThat(offered("p2")).isFalse();
    }

    @Test
    void the_hand_off_goes_first() {
        scene.mentor("ana", Sample.volunteer("capacity", 1)).admit("p2");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit("p3");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit(P).asked("r1");
        scene.answering.decline("p2", scene.offer("p2").offerId(), Side.MENTOR, Cause.OWN);
        scene.settle();
        assertThat(offered(P)).isTrue();
        assertThat(offered("p3")).isFalse();
    }

    @Test
    void a_kept_place_goes_to_the_hand_off_and_not_to_whoever_waited_longer() {
        scene.mentor("ana", Sample.volunteer("capacity", 2, "keptForDischarged", 1));
        scene.admit("p1").admit("p2").asked("p2", "r2");
        scene.admit("p3");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit(P).asked("r1");
        decline("p2");
        assertThat(List.of(offered(P), offered("p3"))).containsExactly(true, false);
        decline("p1");
        assertThat(offered("p3")).isFalse();
        scene.admit("p4");
        assertThat(WhyView.of("p4", scene.mentee("p4")).excluded())
                .containsExactly(new Excluded("room-kept-for-discharged", 1));
        decline(P);
        assertThat(offered("p3")).isTrue();
    }

    @Test
    void two_at_the_same_instant_never_share_what_is_not_kept() {
        scene.mentor("ana", Sample.volunteer("capacity", 2, "keptForDischarged", 1));
        admittedAtOnce("p1", "p2");
        assertThat(scene.settle().held()).containsEntry("ana", 1);
        assertThat(offered("p1") ^ offered("p2")).isTrue();
        scene.asked(offered("p1") ? "p2" : "p1", "r1");
        assertThat(scene.held()).containsEntry("ana", 2);
    }

    @Test
    void a_place_in_line_outlasts_a_parked_record() {
        scene.mentor("ana", Sample.volunteer("capacity", 1)).admit("p1").admit("p3");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit("p2");
        scene.frozen("p3", true);
        scene.finding.withdrawn(scene.next("continuum", "p3"), "r0");
        assertThat(scene.mentee("p3").search()).isEqualTo(new Search.Idle("record-parked"));
        scene.frozen("p3", false);
        scene.later(Duration.ofMinutes(1));
        decline("p1");
        assertThat(List.of(offered("p2"), offered("p3"))).containsExactly(false, true);
    }

    @Test
    void who_waits_while_a_record_is_parked_is_looked_at_as_soon_as_it_is_skipped() {
        scene.admit(P).frozen(P, true).mentor("ana", Sample.volunteer());
        assertThat(offered(P)).isFalse();
        scene.frozen(P, false).finding.unparked("intake", P);
        scene.settle();
        assertThat(offered(P)).isTrue();
    }

    @Test
    void a_lane_of_nobody_known_may_flow_again() {
        scene.finding.unparked("intake", P);
        assertThat(scene.mentees.find(P)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_place_in_line_outlasts_a_discharge_whether_or_not_the_hand_off_has_asked_before(boolean before) {
        scene.mentor("ana", Sample.volunteer()).admit(P);
        decline(P);
        scene.state("ana", MentorState.PAUSED).clock.move(Duration.ofMinutes(1));
        scene.admit("p2").asked("p2", "r2");
        if (before) {
            scene.asked("r1");
        }
        discharged();
        scene.clock.move(Duration.ofMinutes(1));
        scene.asked("r1").state("ana", MentorState.ACTIVE);
        assertThat(List.of(offered("p2"), offered(P))).containsExactly(true, false);
        decline("p2");
        scene.mentor("bea", Sample.volunteer("capacity", 1));
        assertThat(List.of(offered("p2"), offered(P))).containsExactly(false, true);
        assertThat(scene.mentee(P).searchingSince()).isEqualTo(Scene.START);
    }

    @Test
    void a_stay_that_is_resumed_goes_on_waiting_where_it_stood() {
        scene.admit(P);
        discharged();
        assertThat(MenteeView.of(scene.mentees.find(P).orElseThrow()).searchingSince())
                .isNull();
        scene.clock.move(Duration.ofMinutes(1));
        scene.fact(p -> p.reopened(P + "-a1", null));
        assertThat(scene.mentee(P).searchingSince()).isEqualTo(Scene.START);
    }

    @Test
    void another_stay_is_searched_for_afresh() {
        scene.mentor("ana", Sample.volunteer()).admit(P);
        decline(P);
        discharged();
        scene.clock.move(Duration.ofMinutes(1));
        scene.admitAgain(P);
        assertThat(scene.offer(P).proposal().mentorId()).isEqualTo("ana");
        assertThat(scene.mentee(P).searchingSince()).isEqualTo(Scene.START.plus(Duration.ofMinutes(1)));
    }

    private void discharged() {
        scene.fact(p -> p.discharged(P + "-a1", Scene.START));
    }

    @Test
    void a_place_that_was_promised_and_is_not_taken_goes_to_the_next() {
        scene.admit("p1");
        scene.clock.move(Duration.ofMinutes(1));
        scene.admit("p2");
        scene.keeping.keep("ana", Sample.volunteer("capacity", 1), Cause.OWN);
        scene.space.settleAll(List.of(searching(scene)));
        assertThat(scene.mentee("p1").search()).isInstanceOf(Search.Claiming.class);
        scene.supervising.veto("p1", "ana", "sup-1", Cause.OWN);
        scene.settle();
        assertThat(List.of(offered("p1"), offered("p2"))).containsExactly(false, true);
    }

    @Test
    void where_only_kept_places_are_left_the_others_who_wait_are_not_even_looked_at() {
        var looked = new ArrayList<String>();
        var watched = new Scene(
                new FakeDocumentStore() {
                    @Override
                    public synchronized Document find(String collection, String id) {
                        looked.add(id);
                        return super.find(collection, id);
                    }
                },
                Sample.settings());
        watched.mentor("ana", Sample.volunteer("capacity", 2, "keptForDischarged", 2));
        watched.admit("p1").admit("p2").admit(P).mentor("ana", Sample.volunteer("capacity", 0));
        watched.asked("r1").keeping.keep("ana", Sample.volunteer("capacity", 2, "keptForDischarged", 2), Cause.OWN);
        looked.clear();
        searching(watched).carryOut("ana", "search", new Owed(Mentor.SEARCH_WAITING, "ana"));
        assertThat(looked).contains(P).doesNotContain("p1", "p2");
    }

    private static OwedWork<?> searching(Scene scene) {
        return scene.works.stream()
                .filter(work -> work.want().equals(Mentor.SEARCH_WAITING))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_mentor_who_comes_takes_as_many_as_there_is_room() {
        for (var patientId : List.of("p1", "p2", "p3")) {
            scene.admit(patientId);
            scene.clock.move(Duration.ofMinutes(1));
        }
        scene.mentor("ana", Sample.volunteer("capacity", 2));
        assertThat(List.of(offered("p1"), offered("p2"), offered("p3"))).containsExactly(true, true, false);
        assertThat(scene.held()).containsEntry("ana", 2);
    }

    @Test
    void a_preference_that_changes_looks_again() {
        scene.mentor("ana", Sample.volunteer("gender", "male")).admit(P);
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        scene.fact(p -> p.wanting(Sample.wishes(2, "mentorGender", null), null));
        assertThat(offered(P)).isTrue();
    }

    @Test
    void a_mentor_who_becomes_eligible_by_time_alone_is_found() {
        scene.mentor("ana", Sample.volunteer("recoverySince", "2025-03-04")).admit(P);
        scene.later(Duration.ofDays(1)).later(Duration.ofDays(1));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
        scene.later(Duration.ofDays(1));
        assertThat(offered(P)).isTrue();
    }

    @Test
    void looking_in_vain_is_told_once() {
        scene.admit(P).later(Duration.ofDays(1)).later(Duration.ofDays(1));
        scene.mentor("ana", Sample.volunteer("centreId", "south"));
        assertThat(scene.told(P)).containsExactly("mentor-search-waitlisted");
    }

    @Test
    void whom_a_mentor_does_not_fit_is_left_alone_when_that_mentor_changes() {
        scene.admit(P);
        var before = scene.mentees.find(P).orElseThrow().version();
        scene.mentor("ana", Sample.volunteer("centreId", "south"));
        scene.mentor("bea", Sample.volunteer("gender", "male")).state("bea", MentorState.PAUSED);
        assertThat(scene.mentees.find(P).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void two_at_the_same_instant_never_share_the_last_place() {
        scene.mentor("ana", Sample.volunteer("capacity", 1));
        admittedAtOnce("p1", "p2");
        scene.settle();
        assertThat(scene.held()).containsEntry("ana", 1);
        assertThat(offered("p1") ^ offered("p2")).isTrue();
    }

    private void admittedAtOnce(String... people) {
        for (var patientId : people) {
            var episode = new Episode(patientId + "-a1", "north", Scene.START, Scene.IOP, null, false);
            scene.finding.on(
                    scene.next("intake", patientId),
                    p -> p.admitted(episode, "26-35", Sample.wishes(1), List.of(Scene.consent(1))));
        }
    }
}
