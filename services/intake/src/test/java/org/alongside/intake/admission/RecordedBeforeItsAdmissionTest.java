package org.alongside.intake.admission;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.intake.Centre;
import org.alongside.intake.Says;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.Test;

/** A discharge with an earlier EVN-2 than its admission has no effect, and must not go unseen. */
class RecordedBeforeItsAdmissionTest {

    private static final String NOTE = "discharge-recorded-before-admission";

    private final Centre centre = new Centre();
    private final Says admitted = says(Trigger.A04, "2026-02-01T09:40:00Z").admitted("2026-02-01T08:00:00Z");
    private final Says left = says(Trigger.A03, "2026-02-01T09:00:00Z").discharged("2026-02-01T08:50:00Z");

    @Test
    void it_is_noted_once_the_visit_is_admitted() {
        assertThat(centre.hears(left).notes()).isEmpty();
        assertThat(centre.hears(admitted).notes()).containsExactly(NOTE);
        assertThat(centre.news()).containsExactly("patient-admitted");
        assertThat(centre.somebody().waiting()).isTrue();
    }

    @Test
    void whatever_arrives_first() {
        centre.hears(admitted);

        assertThat(centre.hears(left).notes()).containsExactly(NOTE);
    }

    @Test
    void so_is_a_death_that_an_update_told() {
        centre.hears(says(Trigger.A08, "2026-02-01T09:00:00Z").disposition("died"));

        assertThat(centre.hears(admitted).notes()).containsExactly(NOTE);
    }

    @Test
    void a_discharge_or_cancellation_that_was_recorded_later_explains_it() {
        centre.hears(left);
        centre.hears(admitted);
        assertThat(centre.hears(says(Trigger.A03, "2026-02-02T09:00:00Z")).notes())
                .isEmpty();
        assertThat(centre.hears(says(Trigger.A13, "2026-02-03T09:00:00Z")).notes())
                .isEmpty();
        assertThat(centre.hears(says(Trigger.A11, "2026-02-01T09:50:00Z")).notes())
                .doesNotContain(NOTE);
    }
}
