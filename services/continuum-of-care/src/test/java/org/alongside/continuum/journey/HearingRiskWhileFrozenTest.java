package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingRiskWhileFrozenTest {

    private final Centre centre = new Centre();
    private final JourneyController controller =
            new JourneyController(centre.reading, centre.following, Centre.PRACTICE);

    @BeforeEach
    void asked_and_then_frozen_by_a_record_that_cannot_be_applied() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer().passes(Duration.ofDays(1));
        centre.space
                .store()
                .update(
                        FollowingPeople.COLLECTION,
                        new Document("_id", Centre.PERSON),
                        new Document("$set", new Document("frozen.groups", true)));
    }

    @Test
    void an_answer_that_says_risk_reaches_the_one_on_call_all_the_same() {
        var answered = answer(checkIn(), "not-safe");

        assertThat(answered.somebodyWillCall()).isTrue();
        assertThat(centre.openReasons()).containsExactly("risk-answer");
        assertThat(centre.told()).endsWith("check-in-answered", "outreach-task-raised");
    }

    @Test
    void every_other_answer_waits() {
        assertThatThrownBy(() -> answer(checkIn(), "struggling"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("lane-parked"));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void what_is_refused_for_another_reason_still_says_where_help_is() {
        assertThatThrownBy(() -> answer("k99", "used")).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo("unknown-check-in");
            assertThat(r.detail()).contains("988");
        });
    }

    private String checkIn() {
        return centre.checkIns().getFirst().checkInId();
    }

    private JourneyController.Answered answer(String checkInId, String doing) {
        return controller.answer(Centre.PERSON, checkInId, new JourneyController.Answer(doing), centre.command());
    }
}
