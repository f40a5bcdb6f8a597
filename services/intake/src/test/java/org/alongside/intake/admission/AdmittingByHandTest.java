package org.alongside.intake.admission;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.admission.AdmittingPatients.Admit;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Trigger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmittingByHandTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T09:00:00Z");

    private final Centre centre = new Centre();
    private final AdmittingPatients admitting = centre.admitting;

    @BeforeEach
    void somebody_is_known() {
        centre.hears(says(Trigger.A08, "2026-02-28T10:00:00Z").visit(null));
    }

    private static Admit admission() {
        return new Admit("V9", new Placement("iop", "evening", new LevelOfCare("3", "2.1")), MORNING);
    }

    private String admit() {
        return admitting.admit(Centre.SOMEBODY, centre.command(), admission()).admissionId();
    }

    @Test
    void staff_and_feed_are_folded_alike() {
        var id = admit();
        admitting.plan(Centre.SOMEBODY, id, centre.command(), MORNING.plusSeconds(9));
        admitting.unplan(Centre.SOMEBODY, id, centre.command());
        admitting.discharge(Centre.SOMEBODY, id, centre.command(), MORNING.plusSeconds(99), "completed");
        admitting.cancelDischarge(Centre.SOMEBODY, id, centre.command());
        admitting.cancel(Centre.SOMEBODY, id, centre.command());

        assertThat(centre.news())
                .containsExactly(
                        "patient-admitted",
                        "discharge-planned",
                        "discharge-plan-cancelled",
                        "patient-discharged",
                        "discharge-cancelled",
                        "admission-cancelled");
    }

    @Test
    void a_feed_that_starts_later_goes_on_with_the_same_visit_and_admission() {
        var id = admit();
        var applied = centre.hears(says(Trigger.A04, "2026-03-01T13:00:00Z").visit("V9"));
        centre.clock.move(Duration.ofDays(5));
        centre.hears(says(Trigger.A03, "2026-03-05T13:00:00Z").visit("V9"));

        assertThat(applied.admissionId()).isEqualTo(id);
        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged");
    }

    @Test
    void staff_end_what_a_feed_began_even_if_its_clock_is_ahead() {
        centre.hears(says(Trigger.A04, "2026-03-02T10:00:00Z").admitted("2026-03-01T09:00:00Z"));
        admitting.discharge(Centre.SOMEBODY, Centre.FIRST, centre.command(), MORNING.plusSeconds(99), "against-advice");

        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged");
    }

    @Test
    void a_repeated_command_is_carried_out_once() {
        var command = centre.command();
        var first = admitting.admit(Centre.SOMEBODY, command, admission());

        assertThat(admitting.admit(Centre.SOMEBODY, command, admission())).isEqualTo(first);
        assertThat(centre.news()).containsExactly("patient-admitted");
    }

    @Test
    void a_command_without_a_key_has_an_entry_of_its_own() {
        admitting.admit(Centre.SOMEBODY, new Cause.Command(null, "body", null), admission());

        assertThat(centre.somebody().visits().values())
                .flatExtracting(v -> v.said())
                .singleElement()
                .satisfies(said -> assertThat(said.messageKey()).doesNotContain("null"));
    }

    @Test
    void what_a_feed_recorded_since_the_day_of_admission_counts_whenever_it_comes() {
        centre.hears(says(Trigger.A03, "2026-03-01T11:00:00Z").visit("V9"));
        var entered = admitting.admit(Centre.SOMEBODY, centre.command(), admission());
        assertThat(entered.state()).isEqualTo("discharged");

        var early = new Admit("V10", admission().placement(), MORNING.minus(Duration.ofDays(30)));
        var late = admitting.admit(Centre.SOMEBODY, centre.command(), early).admissionId();
        centre.hears(says(Trigger.A03, "2026-02-10T11:00:00Z").visit("V10"));
        assertThat(centre.somebody().admission(late)).get().isInstanceOf(Admission.Discharged.class);
    }

    @Test
    void where_staff_see_the_person_is_newer_than_what_a_feed_recorded_before() {
        centre.hears(says(Trigger.A08, "2026-03-01T11:00:00Z").visit("V9").level("1"));
        admit();

        assertThat(centre.newsInFull())
                .singleElement()
                .satisfies(e ->
                        assertThat(e.data()).contains("\"code\":\"2.1\"", "\"admittedAt\":\"2026-03-01T09:00:00Z\""));

        centre.hears(says(Trigger.A08, "2026-03-01T13:00:00Z").visit("V9").level("2.5"));
        assertThat(centre.news()).containsExactly("level-of-care-changed");
    }

    @Test
    void a_cancellation_that_was_sent_before_does_not_keep_staff_from_admitting_and_one_that_comes_later_cancels() {
        admitting.admit(
                Centre.SOMEBODY, centre.command(), new Admit("V10", admission().placement(), MORNING));
        centre.hears(says(Trigger.A11, "2026-03-01T11:00:00Z").visit("V10"));
        assertThat(centre.news()).containsExactly("patient-admitted", "admission-cancelled");

        centre.hears(says(Trigger.A11, "2026-03-01T11:00:00Z").visit("V9"));
        admit();
        assertThat(centre.news()).containsExactly("patient-admitted");
    }

    @Test
    void nobody_is_admitted_twice_under_one_number() {
        admit();
        refused("visit-already-open", null, this::admit);
    }

    @Test
    void nobody_is_admitted_tomorrow_or_a_century_ago() {
        refused("impossible-date", "admittedAt", () -> admitAt(MORNING.plusSeconds(200_000)));
        refused("impossible-date", "admittedAt", () -> admitAt(Instant.parse("1890-01-01T00:00:00Z")));
    }

    @Test
    void a_level_must_be_one_of_its_edition() {
        var asked = new Admit("V9", new Placement("iop", "evening", new LevelOfCare("4", "3.3")), MORNING);
        refused("unknown-code", "levelOfCare", () -> admitting.admit(Centre.SOMEBODY, centre.command(), asked));
    }

    @Test
    void a_programme_and_its_track_are_the_centres() {
        var level = new LevelOfCare("3", "2.1");
        for (var word : List.of("jane-doe", "php")) {
            var elsewhere = new Admit("V9", new Placement(word, "evening", level), MORNING);
            refused("unknown-code", "programme", () -> admitting.admit(Centre.SOMEBODY, centre.command(), elsewhere));
            var otherwise = new Admit("V9", new Placement("iop", word, level), MORNING);
            refused("unknown-code", "track", () -> admitting.admit(Centre.SOMEBODY, centre.command(), otherwise));
        }
    }

    @Test
    void nobody_leaves_before_coming_or_in_the_future_or_for_a_reason_unheard_of() {
        var id = admit();
        refused("discharge-before-admission", "dischargedAt", () -> leave(id, MORNING.minusSeconds(1), "completed"));
        refused("impossible-date", "dischargedAt", () -> leave(id, MORNING.plusSeconds(200_000), "completed"));
        refused("unknown-code", "disposition", () -> leave(id, MORNING, "vanished"));
        refused(
                "discharge-before-admission",
                "plannedFor",
                () -> admitting.plan(Centre.SOMEBODY, id, centre.command(), MORNING.minusSeconds(1)));
    }

    @Test
    void nobody_plans_for_a_day_that_is_out_of_reach() {
        var id = admit();
        for (var day : List.of("2062-03-09T10:00:00Z", "+300000000-01-01T00:00:00Z")) {
            refused(
                    "impossible-date",
                    "plannedFor",
                    () -> admitting.plan(Centre.SOMEBODY, id, centre.command(), Instant.parse(day)));
        }
    }

    @Test
    void cancelling_one_admission_leaves_the_others_of_its_visit_number() {
        admitAt(MORNING.minus(Duration.ofDays(60)));
        leave(Centre.FIRST, MORNING.minus(Duration.ofDays(50)), "completed");
        var again = admit();
        centre.news();

        var cancelled = admitting.cancel(Centre.SOMEBODY, again, centre.command());

        assertThat(cancelled).isEqualTo(new AdmittingPatients.Standing(again, "cancelled"));
        assertThat(centre.newsInFull())
                .singleElement()
                .satisfies(e -> assertThat(e.data()).contains("\"admissionId\":\"" + again + "\""));
        assertThat(centre.somebody().admission(Centre.FIRST)).get().isInstanceOf(Admission.Discharged.class);
    }

    @Test
    void cancelling_an_older_admission_leaves_the_one_that_goes_on() {
        admitAt(MORNING.minus(Duration.ofDays(60)));
        leave(Centre.FIRST, MORNING.minus(Duration.ofDays(50)), "completed");
        var again = admit();
        centre.news();

        admitting.cancel(Centre.SOMEBODY, Centre.FIRST, centre.command());

        assertThat(centre.news()).containsExactly("admission-cancelled");
        assertThat(centre.somebody().admission(again)).get().isInstanceOf(Admission.Enrolled.class);
    }

    @Test
    void each_command_needs_its_state() {
        var id = admit();
        refused("no-discharge-planned", null, () -> admitting.unplan(Centre.SOMEBODY, id, centre.command()));
        refused(
                "admission-not-discharged",
                null,
                () -> admitting.cancelDischarge(Centre.SOMEBODY, id, centre.command()));
        leave(id, MORNING, "completed");
        refused("admission-not-open", null, () -> leave(id, MORNING, "completed"));
        refused("admission-not-open", null, () -> admitting.plan(Centre.SOMEBODY, id, centre.command(), null));
        admitting.cancel(Centre.SOMEBODY, id, centre.command());
        refused("admission-cancelled", null, () -> admitting.cancel(Centre.SOMEBODY, id, centre.command()));
    }

    @Test
    void strangers_and_unknown_admissions_are_named_as_such() {
        refused("unknown-patient", "patientId", () -> admitting.admit("f".repeat(32), centre.command(), admission()));
        refused("unknown-admission", "admissionId", () -> admitting.unplan(Centre.SOMEBODY, "a99", centre.command()));
        assertThat(centre.patients.find("f".repeat(32))).isEmpty();
    }

    @Test
    void a_version_that_has_passed_is_refused_and_changes_nothing() {
        var stale = new Cause.Command("k", "b", 7L);
        refused("version-passed", "If-Match", () -> admitting.admit(Centre.SOMEBODY, stale, admission()));
        assertThat(centre.news()).isEmpty();
    }

    private void admitAt(Instant at) {
        admitting.admit(
                Centre.SOMEBODY, centre.command(), new Admit("V9", admission().placement(), at));
    }

    private void leave(String id, Instant at, String disposition) {
        admitting.discharge(Centre.SOMEBODY, id, centre.command(), at, disposition);
    }

    private static void refused(String rule, String field, ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
    }
}
