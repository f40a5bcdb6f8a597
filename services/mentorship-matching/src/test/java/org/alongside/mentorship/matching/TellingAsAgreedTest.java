package org.alongside.mentorship.matching;

import static org.alongside.mentorship.matching.Scene.P;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.document.Cause;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.MentorState;
import org.junit.jupiter.api.Test;

/** Everything this service tells, told once by driving it, is what the contracts say. */
class TellingAsAgreedTest {

    @Test
    void every_event_keeps_its_contract_and_none_is_left_out() {
        var scene = new Scene();
        scene.admit(P).mentor("ana", Sample.volunteer("acceptsAlumni", false)).accept(P);
        scene.walking.met(P, Scene.START, "phone", 20, Cause.OWN);
        scene.asked(P + "-r1").mentor("bea", Sample.volunteer());
        scene.later(Duration.ofHours(24));
        scene.state("bea", MentorState.PAUSED).mentor("cyd", Sample.volunteer()).accept(P);
        scene.mentor("dan", Sample.volunteer());
        scene.walking.end(P, Side.PATIENT, EndReason.Said.MOVED_AWAY, Cause.OWN);
        scene.settle();
        scene.answering.decline(P, scene.offer(P).offerId(), Side.MENTOR, Cause.OWN);
        scene.settle().mentor("eve", Sample.volunteer()).accept(P);
        scene.asked(P + "-r2").later(Duration.ofDays(14));

        var contracts = Contracts.load();
        var types = new TreeSet<String>();
        for (var id : new String[] {P, "ana", "bea"}) {
            for (var event : scene.space.told(id.equals(P) ? "mentees" : "mentors", id)) {
                types.add(event.type());
                assertThat(contracts.violations("mentorship", event.type(), "1.0.0", event.data()))
                        .as(event.type())
                        .isEmpty();
            }
        }
        var told = new TreeSet<>(contracts.events("mentorship"));
        told.removeAll(List.of("lane-parked", "lane-unparked"));
        assertThat(types).isEqualTo(told);
    }
}
