package org.alongside.intake.visit;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.admission.AdmittingPatients.Admit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookingUpAVisitTest {

    private final Centre centre = new Centre();
    private final VisitController visits = new VisitController(centre.patients);

    private VisitController.Answer asked(String application, @Nullable String facility, String number) {
        return visits.lookup(new VisitController.Lookup(application, facility, number));
    }

    @Test
    void it_is_found_by_who_numbered_it() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));

        assertThat(asked("EPIC", "NORTH", "V1").admissionId()).isEqualTo(Centre.FIRST);
        assertThatThrownBy(() -> asked("EPIC", "SOUTH", "V1"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-visit"));
    }

    @Test
    void a_number_of_two_people_is_nobodys_until_it_is_cancelled_for_one() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        var other = new HearingVisits(centre.patients, centre.ids)
                .apply(says(Trigger.A04, "2026-02-02T10:00:00Z").of(new Identity("NORTH", "200")));

        assertThatThrownBy(() -> asked("EPIC", "NORTH", "V1")).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo("visit-number-shared");
            assertThat(r.detail()).contains(Centre.SOMEBODY, other.patientId());
        });

        centre.hears(says(Trigger.A11, "2026-02-03T10:00:00Z"));
        assertThat(asked("EPIC", "NORTH", "V1").admissionId()).isEqualTo(other.admissionId());
    }

    @Test
    void a_sender_without_a_facility_is_asked_for_without_one() {
        assertThat(new VisitController.Lookup("OTHER", null, "V1").sender()).isEqualTo(Visit.sender("OTHER", null));
        assertThat(new VisitController.Lookup("OTHER", " ", "V1").sender()).isEqualTo(Visit.sender("OTHER", ""));
    }

    @Test
    void what_staff_entered_is_found_by_hand_also_after_a_feed_goes_on_with_it() {
        centre.hears(says(Trigger.A08, "2026-02-01T09:00:00Z").visit(null));
        var admission = new Admit(
                "V9",
                new Placement("iop", "evening", new LevelOfCare("3", "2.1")),
                Instant.parse("2026-02-01T10:00:00Z"));
        centre.admitting.admit(Centre.SOMEBODY, centre.command(), admission);
        centre.hears(says(Trigger.A16, "2026-03-01T13:00:00Z").visit("V9"));

        var byHand = asked("staff", null, "V9");
        assertThat(byHand).isEqualTo(asked("EPIC", "NORTH", "V9"));
        assertThat(byHand.messages()).hasSize(2);
        assertThat(byHand.admissionState()).isEqualTo("discharge-planned");
    }
}
