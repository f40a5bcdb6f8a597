package org.alongside.intake.patient;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.eventing.testing.TestSpace;
import org.alongside.intake.Centre;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.visit.Trigger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ReadingWhatAnotherProcessWroteTest {

    @Test
    void every_state_of_an_admission_is_understood_after_a_restart() {
        var centre = new Centre();
        centre.hears(says(Trigger.A04, "2025-01-01T10:00:00Z").visit("V1"));
        centre.hears(says(Trigger.A11, "2025-01-02T10:00:00Z").visit("V1"));
        centre.hears(says(Trigger.A04, "2025-02-01T10:00:00Z").visit("V2"));
        centre.hears(says(Trigger.A03, "2025-02-09T10:00:00Z").visit("V2"));
        centre.hears(says(Trigger.A04, "2025-05-01T10:00:00Z").visit("V3"));
        centre.hears(says(Trigger.A16, "2025-05-02T10:00:00Z").visit("V3"));
        var written = centre.somebody();
        assertThat(written.admissions().all())
                .extracting(a -> a.code())
                .containsExactly("cancelled", "discharged", "discharge-planned");

        var restarted = new TestSpace(centre.space.store(), centre.clock);
        var read = Patients.in(restarted.space(), IntakeSettings.DEFAULTS).get(Centre.SOMEBODY);

        assertThat(Patients.state(read)).isEqualTo(written);
    }

    @Test
    void a_visit_is_found_by_sender_and_number_alone() {
        var centre = new Centre();
        centre.hears(says(Trigger.A04, "2025-01-01T10:00:00Z").visit("V.1$"));

        assertThat(centre.patients.ofVisit("EPIC|NORTH", "V.1$")).hasSize(1);
        assertThat(centre.patients.ofVisit("EPIC|SOUTH", "V.1$")).isEmpty();
    }

    @Test
    void a_person_stored_before_notes_could_be_seen_has_seen_none() {
        var centre = new Centre();
        centre.hears(says(Trigger.A04, "2025-01-01T10:00:00Z"));
        centre.space
                .store()
                .update(
                        Patients.COLLECTION,
                        new Document("_id", Centre.SOMEBODY),
                        new Document("$unset", new Document("state.seen", "")));

        assertThat(centre.somebody().seen()).isEmpty();
    }
}
