package org.alongside.intake.admission;

import static org.alongside.intake.Says.says;
import static org.alongside.intake.visit.Trigger.A03;
import static org.alongside.intake.visit.Trigger.A04;
import static org.alongside.intake.visit.Trigger.A08;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alongside.intake.Centre;
import org.alongside.intake.Says;
import org.junit.jupiter.api.Test;

/** Where somebody left from is what all messages say together, whichever came first. */
class LeavingFromTheRightPlaceTest {

    private final Centre centre = new Centre();

    private final Says came = says(A04, "2026-02-01T10:00:00Z").level("2.1");
    private final Says movedBefore = says(A08, "2026-02-05T10:00:00Z").level("2.5");
    private final Says left = says(A03, "2026-02-10T10:00:00Z");
    private final Says movedAfter = says(A08, "2026-02-11T10:00:00Z").level("2.5");

    @Test
    void a_place_that_was_recorded_after_the_discharge_is_withdrawn_when_the_discharge_comes() {
        hear(came, movedAfter, left);

        assertThat(centre.news())
                .containsExactly(
                        "patient-admitted", "level-of-care-changed", "level-of-care-changed", "patient-discharged");
        assertThat(level()).isEqualTo("2.1");
    }

    @Test
    void a_place_that_was_recorded_before_the_discharge_and_comes_after_it_is_told_with_the_discharge() {
        hear(came, left, movedBefore);

        assertThat(centre.news())
                .containsExactly(
                        "patient-admitted",
                        "patient-discharged",
                        "discharge-cancelled",
                        "level-of-care-changed",
                        "patient-discharged");
        assertThat(level()).isEqualTo("2.5");
    }

    private void hear(Says... messages) {
        List.of(messages).forEach(centre::hears);
    }

    private String level() {
        var left = centre.somebody().admission(Centre.FIRST).orElseThrow();
        assertThat(left).isInstanceOf(Admission.Discharged.class);
        return left.enrolment().placement().levelOfCare().code();
    }
}
