package org.alongside.intake.admission;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.intake.Centre;
import org.alongside.intake.Says;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an update (A08) says of a discharge, or of a death. */
class UpdatingADischargeTest {

    private final Centre centre = new Centre();

    @BeforeEach
    void somebodyIsAdmitted() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.news();
    }

    private static Says left() {
        return says(Trigger.A03, "2026-02-10T10:00:00Z").discharged("2026-02-10T09:00:00Z");
    }

    private static Says update(String at) {
        return says(Trigger.A08, at);
    }

    private void discharged(String at, String disposition) {
        assertThat(centre.somebody().admissions().all())
                .singleElement()
                .isInstanceOfSatisfying(Admission.Discharged.class, told -> {
                    assertThat(told.dischargedAt()).isEqualTo(at);
                    assertThat(told.disposition()).isEqualTo(disposition);
                });
    }

    @Test
    void a_corrected_disposition_is_told() {
        centre.hears(left());
        centre.hears(update("2026-02-11T10:00:00Z").disposition("against-advice"));

        assertThat(centre.news()).containsExactly("patient-discharged", "discharge-cancelled", "patient-discharged");
        discharged("2026-02-10T09:00:00Z", "against-advice");
    }

    @Test
    void so_is_a_corrected_time_whatever_arrives_first() {
        centre.hears(update("2026-02-11T10:00:00Z").discharged("2026-02-09T09:00:00Z"));
        centre.hears(left());

        assertThat(centre.news()).containsExactly("patient-discharged");
        discharged("2026-02-09T09:00:00Z", "completed");
    }

    @Test
    void a_disposition_that_comes_later_explains_the_note() {
        assertThat(centre.hears(left().disposition(null)).notes()).containsExactly("disposition-missing");
        assertThat(centre.hears(update("2026-02-11T10:00:00Z")).notes()).containsExactly("disposition-missing");
        assertThat(centre.hears(update("2026-02-12T10:00:00Z").disposition("completed"))
                        .notes())
                .isEmpty();
    }

    @Test
    void what_it_repeats_or_leaves_out_changes_nothing() {
        centre.hears(left().disposition("against-advice"));
        centre.news();
        centre.hears(update("2026-02-11T10:00:00Z"));
        centre.hears(
                update("2026-02-12T10:00:00Z").disposition("against-advice").discharged("2026-02-10T09:00:00Z"));

        assertThat(centre.news()).isEmpty();
    }

    @Test
    void of_somebody_in_treatment_it_ends_nothing() {
        centre.hears(update("2026-02-05T10:00:00Z").disposition("completed").discharged("2026-02-05T09:00:00Z"));
        assertThat(centre.news()).isEmpty();

        centre.hears(left());
        centre.hears(says(Trigger.A13, "2026-02-11T10:00:00Z"));
        centre.news();
        centre.hears(update("2026-02-12T10:00:00Z").disposition("completed").discharged("2026-02-10T09:00:00Z"));
        assertThat(centre.news()).isEmpty();
    }

    @Test
    void a_death_ends_the_stay() {
        centre.hears(update("2026-02-06T10:00:00Z").disposition("died").discharged("2026-02-05T22:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-discharged", "patient-deceased");
        discharged("2026-02-05T22:00:00Z", "died");
        centre.hears(update("2026-02-07T10:00:00Z").disposition("died"));
        assertThat(centre.news()).isEmpty();
    }

    @Test
    void a_death_after_the_discharge_corrects_the_disposition_and_not_the_day_of_leaving() {
        centre.hears(left());
        centre.news();
        centre.hears(update("2026-02-20T10:00:00Z").disposition("died").discharged("2026-02-19T22:00:00Z"));

        assertThat(centre.news()).containsExactly("discharge-cancelled", "patient-discharged", "patient-deceased");
        discharged("2026-02-10T09:00:00Z", "died");
    }

    @Test
    void a_death_that_overtakes_the_admission_waits_for_it() {
        assertThat(centre.hears(update("2026-02-06T10:00:00Z").visit("V2").disposition("died"))
                        .early())
                .isTrue();
        assertThat(centre.news()).isEmpty();

        centre.hears(says(Trigger.A04, "2026-02-03T10:00:00Z").visit("V2"));
        assertThat(centre.news()).contains("patient-deceased");
    }
}
