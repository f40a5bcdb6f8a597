package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.outreach.TaskReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two programmes at a time: the second begins later and ends first. */
class OverlappingStaysTest {

    private static final String SECOND = Centre.PERSON + "-a2";

    private final Centre centre = new Centre();

    @BeforeEach
    void in_two_programmes() {
        centre.admittedWithLeave().passes(Duration.ofDays(9));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));
        centre.passes(Duration.ofDays(9));
    }

    @Test
    void who_leaves_one_and_is_still_in_the_other_is_handed_off_and_asked_only_when_that_ends_too() {
        leavesTheSecond("step-down");
        centre.passes(Duration.ofDays(20));
        assertThat(centre.told()).isEmpty();
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");

        centre.discharged("completed").neighboursAnswer().passes(Duration.ofDays(60));
        assertThat(centre.told("handoff-started")).isOne();
        assertThat(centre.payloads("check-in-due"))
                .hasSize(Centre.PRACTICE.cadence().days().size())
                .allSatisfy(
                        asked -> assertThat(asked.get("admissionId").asString()).isEqualTo(Centre.ADMISSION));
        assertThat(centre.journey().standing()).isEqualTo("alumni");
    }

    @Test
    void a_plan_for_the_one_that_ends_rests_and_goes_on_should_the_other_not_have_happened() {
        centre.hears(new IntakeEvent.DischargePlanned(
                Centre.CENTRE, SECOND, centre.now().plus(Duration.ofDays(1))));
        leavesTheSecond("completed");
        assertThat(centre.told()).endsWith("alumni-seat-request-withdrawn", "peer-continuity-request-withdrawn");

        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.told()).endsWith("alumni-seat-requested", "peer-continuity-requested");
        assertThat(second().running().line(Line.FIRST_CHECK_IN).secured()).isTrue();
    }

    @Test
    void who_leaves_one_against_advice_is_called_the_same_day_and_handed_off_by_the_other() {
        leavesTheSecond("against-advice");
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");

        centre.closes(centre.open(TaskReason.LEFT_AGAINST_ADVICE), "wants-support");
        assertThat(centre.told()).doesNotContain("alumni-seat-requested");
        centre.passes(Duration.ofDays(1)).discharged("completed");
        assertThat(centre.last("alumni-seat-requested").get("admissionId").asString())
                .isEqualTo(Centre.ADMISSION);
    }

    @Test
    void who_leaves_the_older_one_against_advice_is_called_too_until_a_stay_has_begun_since() {
        centre.discharged("against-advice");
        assertThat(centre.openReasons()).containsExactly("left-against-advice");
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");

        centre.passes(Duration.ofHours(1));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, Centre.PERSON + "-a3", centre.now(), List.of()));
        assertThat(centre.openTasks()).isEmpty();
    }

    @Test
    void of_two_that_end_at_the_same_instant_the_later_admission_is_followed_up() {
        centre.discharged("completed");
        leavesTheSecond("completed");
        assertThat(centre.episode().paused()).isTrue();
        assertThat(second().paused()).isFalse();
    }

    @Test
    void of_two_that_are_told_to_have_ended_the_other_way_round_the_last_to_end_is_followed_up() {
        Instant earlier = centre.now().minus(Duration.ofDays(2));
        centre.discharged("completed");
        centre.hears(new IntakeEvent.PatientDischarged(Centre.CENTRE, SECOND, earlier, "completed"));
        assertThat(centre.told("handoff-started")).isOne();
        assertThat(second().paused()).isTrue();
    }

    private void leavesTheSecond(String disposition) {
        centre.hears(new IntakeEvent.PatientDischarged(Centre.CENTRE, SECOND, centre.now(), disposition));
    }

    private Episode second() {
        return centre.journey().episodes().get(SECOND);
    }
}
