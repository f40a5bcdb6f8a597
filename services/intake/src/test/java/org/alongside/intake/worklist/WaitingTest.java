package org.alongside.intake.worklist;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.admission.AdmittingPatients;
import org.alongside.intake.admission.AdmittingPatients.Admit;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Centre centre = new Centre();
    private final WorklistController worklist = new WorklistController(
            centre.patients, IntakeSettings.DEFAULTS, centre.clock, new SeeingNotes(centre.patients));

    @Test
    void an_admission_from_the_feed_waits_for_consents_and_profile() {
        centre.hears(says(Trigger.A04, "2026-03-01T10:00:00Z"));

        assertThat(worklist.worklist(null, "", 50).entries()).singleElement().satisfies(e -> {
            assertThat(e.patientId()).isEqualTo(Centre.SOMEBODY);
            assertThat(e.admissionId()).isEqualTo(Centre.FIRST);
            assertThat(e.waitingFor()).containsExactly("consent", "contact-consent", "profile");
        });
        assertThat(worklist.worklist("age", "", 50).entries()).isEmpty();
    }

    @Test
    void the_list_can_be_asked_for_every_code_that_is_written_down_and_for_no_other() throws IOException {
        var canvas = Files.readString(Path.of("README.md"));
        var worklist = canvas.substring(canvas.indexOf("## The worklist"), canvas.indexOf("## When a neighbour"));
        var codes = Pattern.compile("`([a-z-]+)`").matcher(worklist).results().map(code -> code.group(1));
        assertThat(codes.distinct()).containsExactlyInAnyOrderElementsOf(Waiting.codes());

        Waiting.codes()
                .forEach(code -> assertThat(this.worklist.worklist(code, "", 50).entries())
                        .isEmpty());
        assertThatThrownBy(() -> this.worklist.worklist("nonsense", "", 50))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("waiting"));
    }

    @Test
    void after_two_days_a_release_is_proposed() {
        centre.hears(says(Trigger.A04, "2026-03-01T10:00:00Z"));
        centre.clock.move(Duration.ofHours(46));
        assertThat(worklist.worklist("release", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_minor_and_a_person_of_unknown_age_wait_for_staff() {
        centre.hears(says(Trigger.A04, "2026-03-01T10:00:00Z").born(LocalDate.of(2010, 1, 1)));
        assertThat(worklist.worklist("age", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_senders_reset_counter_is_noted() {
        centre.hearsWithResetCounter(says(Trigger.A04, "2026-03-01T10:00:00Z"));
        assertThat(worklist.worklist("control-id-reused", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_note_that_was_seen_stays_away_until_there_is_something_new() {
        centre.hearsWithResetCounter(says(Trigger.A04, "2026-03-01T08:00:00Z"));
        worklist.seen(Centre.SOMEBODY, "control-id-reused", centre.command());
        worklist.seen(Centre.SOMEBODY, "control-id-reused", centre.command());
        centre.hears(says(Trigger.A08, "2026-03-01T09:00:00Z"));
        assertThat(worklist.worklist("control-id-reused", "", 50).entries()).isEmpty();

        centre.hearsWithResetCounter(says(Trigger.A08, "2026-03-01T10:00:00Z"));
        assertThat(worklist.worklist("control-id-reused", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_note_that_was_seen_comes_back_with_what_is_recorded_later_even_if_it_happened_earlier() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(Trigger.A03, "2026-02-09T10:00:00Z").disposition(null));
        worklist.seen(Centre.SOMEBODY, "disposition-missing", centre.command());

        centre.hears(says(Trigger.A04, "2026-01-01T10:00:00Z").visit("V2"));
        centre.hears(says(Trigger.A03, "2026-02-20T10:00:00Z")
                .visit("V2")
                .discharged("2026-01-09T10:00:00Z")
                .disposition(null));

        assertThat(worklist.worklist("disposition-missing", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_note_that_was_seen_comes_back_with_what_arrives_later_even_if_it_was_recorded_earlier() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(Trigger.A03, "2026-02-20T10:00:00Z").disposition(null));
        centre.hears(says(Trigger.A04, "2026-02-02T10:00:00Z").visit("V2"));
        worklist.seen(Centre.SOMEBODY, "disposition-missing", centre.command());
        centre.hears(says(Trigger.A08, "2026-02-03T10:00:00Z").visit("V2"));
        assertThat(worklist.worklist("disposition-missing", "", 50).entries()).isEmpty();

        centre.hears(says(Trigger.A03, "2026-02-18T10:00:00Z").visit("V2").disposition(null));

        assertThat(worklist.worklist("disposition-missing", "", 50).entries()).hasSize(1);
    }

    @Test
    void a_reset_counter_that_was_seen_is_noted_again_with_an_older_message_of_the_same_visit() {
        centre.hearsWithResetCounter(says(Trigger.A04, "2026-03-01T10:00:00Z"));
        worklist.seen(Centre.SOMEBODY, "control-id-reused", centre.command());

        centre.hearsWithResetCounter(says(Trigger.A08, "2026-03-01T09:00:00Z"));

        assertThat(worklist.worklist("control-id-reused", "", 50).entries()).hasSize(1);
        var seen = worklist.seen(Centre.SOMEBODY, "control-id-reused", centre.command());
        assertThat(seen.notes()).isEmpty();
    }

    @Test
    void a_note_that_was_seen_stays_away_when_a_feed_goes_on_with_the_visit() {
        centre.hears(says(Trigger.A08, "2026-02-01T09:00:00Z").visit(null));
        var left = Said.by(
                says(Trigger.A03, "2026-02-20T10:00:00Z").disposition(null).message());
        var admitting = new AdmittingPatients(
                centre.patients, IntakeSettings.DEFAULTS, (patientId, visitNumber) -> List.of(left));
        var place = new Placement("iop", "evening", new LevelOfCare("3", "2.1"));
        admitting.admit(
                Centre.SOMEBODY, centre.command(), new Admit("V1", place, Instant.parse("2026-02-01T10:00:00Z")));
        worklist.seen(Centre.SOMEBODY, "disposition-missing", centre.command());

        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));

        assertThat(worklist.worklist("disposition-missing", "", 50).entries()).isEmpty();
    }

    @Test
    void whoever_left_is_off_the_list_once_the_last_note_was_seen() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(Trigger.A03, "2026-02-09T10:00:00Z").disposition(null));
        assertThat(worklist.worklist(null, "", 50).entries()).hasSize(1);

        var left = worklist.seen(Centre.SOMEBODY, "disposition-missing", centre.command());
        assertThat(left.notes()).isEmpty();
        assertThat(worklist.worklist(null, "", 50).entries()).isEmpty();
    }

    @Test
    void a_note_that_is_not_there_cannot_be_seen() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        assertThatThrownBy(() -> worklist.seen(Centre.SOMEBODY, "placement-missing", centre.command()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-note"));
    }

    @Test
    void whoever_left_and_needs_nothing_is_not_listed() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(Trigger.A03, "2026-02-09T10:00:00Z"));
        assertThat(worklist.worklist(null, "", 50).entries()).isEmpty();
    }
}
