package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.alongside.continuum.handoff.Handoff;
import org.junit.jupiter.api.Test;

class TakingADischargeBackTest {

    private static final String SECOND = Centre.PERSON + "-a2";

    private final Centre centre = new Centre();

    @Test
    void a_plan_taken_back_withdraws_what_was_asked_for() {
        centre.admittedWithLeave()
                .planned(centre.now().plus(Duration.ofDays(2)))
                .neighboursAnswer();
        centre.hears(new IntakeEvent.DischargePlanCancelled(Centre.CENTRE, Centre.ADMISSION));

        assertThat(centre.told()).endsWith("alumni-seat-request-withdrawn", "peer-continuity-request-withdrawn");
        assertThat(centre.episode().handoff()).isNull();
        var told = centre.told().size();
        centre.passes(Duration.ofDays(30));
        assertThat(centre.told()).hasSize(told);
    }

    @Test
    void a_discharge_taken_back_withdraws_and_returns_to_the_plan_there_was() {
        centre.admitted().discharged("completed").passes(Duration.ofDays(1));
        centre.hears(new IntakeEvent.DischargeCancelled(
                Centre.CENTRE, Centre.ADMISSION, centre.now().plus(Duration.ofDays(9))));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told("alumni-seat-request-withdrawn")).isOne();
        assertThat(centre.told("handoff-started")).isEqualTo(2);
        assertThat(centre.episode().handoff().kind()).isEqualTo(Handoff.Kind.PLANNED);
        assertThat(centre.episode().phase().treated()).isTrue();
    }

    @Test
    void a_death_told_by_mistake_is_withdrawn_and_treatment_goes_on() {
        centre.admittedWithLeave().discharged("died");
        centre.hears(new IntakeEvent.PatientDeceased());
        var told = centre.told().size();
        centre.hears(new IntakeEvent.DischargeCancelled(Centre.CENTRE, Centre.ADMISSION, null));
        assertThat(centre.told()).as("nothing is begun about the dead").hasSize(told);
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());

        assertThat(centre.journey().standing()).isEqualTo("in-treatment");
        centre.discharged("completed");
        assertThat(centre.told("handoff-started")).isOne();
    }

    @Test
    void an_alumna_who_was_told_dead_by_mistake_is_followed_again() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        centre.hears(new IntakeEvent.PatientDeceased());
        assertThat(centre.journey().standing()).isEqualTo("ended");
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());

        assertThat(centre.told("handoff-started")).isEqualTo(2);
        assertThat(centre.journey().standing()).isEqualTo("hand-off");
    }

    @Test
    void whoever_returns_within_the_gap_is_back_in_treatment() {
        centre.admittedWithLeave().discharged("completed").neighboursAnswer();
        centre.hears(new IntakeEvent.AdmissionResumed(Centre.CENTRE, Centre.ADMISSION, centre.now()));
        assertThat(centre.told("peer-continuity-request-withdrawn")).isOne();
        assertThat(centre.journey().standing()).isEqualTo("in-treatment");
    }

    @Test
    void a_cancelled_admission_ends_the_episode() {
        centre.admitted().discharged("completed").passes(Duration.ofDays(3));
        assertThat(centre.openTasks()).isNotEmpty();
        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, Centre.ADMISSION));
        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.journey().standing()).isEqualTo("cancelled");
    }

    @Test
    void a_new_admission_pauses_the_follow_up_and_its_cancellation_goes_on_with_it() {
        centre.admittedWithLeave().discharged("completed");
        centre.kept(centre.request(org.alongside.continuum.handoff.Line.PEER_CONTACT), "m1")
                .passes(Duration.ofDays(20));
        centre.hears(new IntakeEvent.PatientAdmitted(Centre.CENTRE, SECOND, centre.now(), List.of()));

        assertThat(centre.openTasks()).isEmpty();
        assertThat(centre.told("alumni-seat-request-withdrawn")).isOne();
        assertThat(centre.told("peer-continuity-request-withdrawn")).isZero();
        var told = centre.told().size();
        centre.passes(Duration.ofDays(10));
        assertThat(centre.told()).hasSize(told);

        centre.hears(new IntakeEvent.AdmissionCancelled(Centre.CENTRE, SECOND));
        assertThat(centre.told()).endsWith("alumni-seat-requested");
        centre.passes(Duration.ofHours(1));
        assertThat(centre.openReasons()).containsExactly("sudden-discharge");
    }

    @Test
    void after_a_death_nothing_is_told_any_more() {
        centre.admittedWithLeave().discharged("completed").passes(Duration.ofDays(2));
        centre.hears(new IntakeEvent.PatientDeceased());
        assertThat(centre.openTasks()).isEmpty();
        var told = centre.told().size();

        centre.seated("any", "s1", centre.now())
                .discharged("completed")
                .admitted()
                .passes(Duration.ofDays(60));
        assertThat(centre.told()).hasSize(told);
    }
}
