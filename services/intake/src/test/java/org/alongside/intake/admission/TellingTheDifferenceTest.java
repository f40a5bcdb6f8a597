package org.alongside.intake.admission;

import static org.alongside.intake.Says.says;
import static org.alongside.intake.visit.Trigger.A01;
import static org.alongside.intake.visit.Trigger.A03;
import static org.alongside.intake.visit.Trigger.A04;
import static org.alongside.intake.visit.Trigger.A08;
import static org.alongside.intake.visit.Trigger.A11;
import static org.alongside.intake.visit.Trigger.A13;
import static org.alongside.intake.visit.Trigger.A16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alongside.intake.Centre;
import org.junit.jupiter.api.Test;

class TellingTheDifferenceTest {

    private final Centre centre = new Centre();

    @Test
    void an_admission_is_told_with_what_is_known() {
        var applied = centre.hears(says(A04, "2026-02-01T10:00:00Z").admitted("2026-02-01T09:00:00Z"));

        assertThat(applied.admissionId()).isEqualTo(Centre.FIRST);
        assertThat(applied.early()).isFalse();
        assertThat(centre.newsInFull()).singleElement().satisfies(e -> {
            assertThat(e.type()).isEqualTo("patient-admitted");
            assertThat(e.data())
                    .contains("\"admissionId\":\"" + Centre.FIRST + "\"")
                    .contains("\"admittedAt\":\"2026-02-01T09:00:00Z\"")
                    .contains("\"levelOfCare\":{\"edition\":\"3\",\"code\":\"2.1\"}")
                    .contains("\"ageBand\":\"26-35\"")
                    .contains("\"consents\":[]")
                    .doesNotContain("profile")
                    .doesNotContain("1990")
                    .doesNotContain("Family");
        });
    }

    @Test
    void a_repeated_message_and_an_attended_day_tell_nothing() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.news();

        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A04, "2026-02-02T10:00:00Z"));

        assertThat(centre.news()).isEmpty();
    }

    @Test
    void a_discharge_before_its_admission_is_kept_until_the_admission_comes() {
        var early = centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        assertThat(early.early()).isTrue();
        assertThat(early.admissionId()).isNull();
        assertThat(centre.news()).isEmpty();

        centre.hears(says(A01, "2026-02-01T10:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged");
    }

    @Test
    void news_of_a_visit_that_was_never_admitted_are_kept() {
        centre.hears(says(A08, "2026-02-01T10:00:00Z").level("2.5"));
        assertThat(centre.news()).isEmpty();

        centre.hears(says(A01, "2026-02-02T10:00:00Z").level(null));

        assertThat(centre.newsInFull())
                .singleElement()
                .satisfies(e -> assertThat(e.data()).contains("\"code\":\"2.5\""));
    }

    @Test
    void an_admission_without_a_place_waits_for_one() {
        var applied = centre.hears(says(A01, "2026-02-01T10:00:00Z").level(null));
        assertThat(applied.notes()).containsExactly("placement-missing");
        assertThat(centre.news()).isEmpty();

        centre.hears(says(A08, "2026-02-02T10:00:00Z").level("2.1"));

        assertThat(centre.news()).containsExactly("patient-admitted");
    }

    @Test
    void a_step_down_on_a_new_visit_is_a_change_of_level() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z").level("3.5"));
        centre.hears(says(A04, "2026-02-20T10:00:00Z").visit("V2").level("2.1"));
        centre.hears(says(A03, "2026-02-20T10:00:00Z").disposition("step-down"));

        assertThat(centre.news()).containsExactly("patient-admitted", "level-of-care-changed");
    }

    @Test
    void a_step_down_first_seen_as_a_discharge_resumes_at_the_other_level() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z").level("3.5"));
        centre.hears(says(A03, "2026-02-20T10:00:00Z").disposition("step-down"));
        centre.news();

        var applied = centre.hears(says(A04, "2026-02-22T10:00:00Z").visit("V2").level("2.1"));

        assertThat(applied.admissionId()).isEqualTo(Centre.FIRST);
        var news = centre.newsInFull();
        assertThat(news).extracting(e -> e.type()).containsExactly("admission-resumed", "level-of-care-changed");
        assertThat(news.getFirst().data())
                .contains("\"resumedAt\":\"2026-02-22T10:00:00Z\"")
                .contains("\"code\":\"2.1\"");
        assertThat(news.getLast().data()).contains("\"from\":{\"edition\":\"3\",\"code\":\"3.5\"}");
    }

    @Test
    void seven_days_later_it_is_still_the_admission_and_a_moment_more_it_is_another() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.news();

        var within = centre.hears(says(A04, "2026-02-17T10:00:00Z").visit("V2"));
        assertThat(within.admissionId()).isEqualTo(Centre.FIRST);

        centre.hears(says(A11, "2026-02-17T11:00:00Z").visit("V2"));
        var after = centre.hears(says(A04, "2026-02-17T10:00:01Z").visit("V3"));
        assertThat(after.admissionId()).isEqualTo(Centre.SOMEBODY + "-a2");
        assertThat(centre.news()).containsExactly("admission-resumed", "patient-discharged", "patient-admitted");
    }

    @Test
    void a_visit_that_is_reopened_within_the_gap_resumes() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.hears(says(A04, "2026-02-12T10:00:00Z").admitted("2026-02-01T10:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged", "admission-resumed");
    }

    @Test
    void a_visit_that_is_reopened_much_later_is_another_admission_and_stays_one() {
        centre.hears(says(A04, "2026-01-01T10:00:00Z"));
        centre.hears(says(A03, "2026-01-10T10:00:00Z"));
        centre.hears(says(A04, "2026-02-12T10:00:00Z"));
        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged", "patient-admitted");

        centre.hears(says(A08, "2026-02-13T10:00:00Z"));
        centre.hears(says(A16, "2026-02-13T11:00:00Z").expected("2026-02-20T10:00:00Z"));

        var news = centre.newsInFull();
        assertThat(news).singleElement().satisfies(e -> {
            assertThat(e.type()).isEqualTo("discharge-planned");
            assertThat(e.data()).contains(Centre.SOMEBODY + "-a2");
        });
    }

    @Test
    void a_cancelled_discharge_returns_to_what_was_before_plan_included() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A16, "2026-02-05T10:00:00Z").expected("2026-02-20T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.news();

        centre.hears(says(A13, "2026-02-11T10:00:00Z"));

        assertThat(centre.newsInFull()).singleElement().satisfies(e -> {
            assertThat(e.type()).isEqualTo("discharge-cancelled");
            assertThat(e.data()).contains("\"plannedFor\":\"2026-02-20T10:00:00Z\"");
        });
        assertThat(centre.somebody().admission(Centre.FIRST)).get().isInstanceOf(Admission.Leaving.class);
    }

    @Test
    void a_plan_without_a_day_is_told_anew_when_the_discharge_did_not_happen() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A16, "2026-02-05T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.hears(says(A13, "2026-02-11T10:00:00Z"));

        assertThat(centre.news())
                .containsExactly(
                        "patient-admitted",
                        "discharge-planned",
                        "patient-discharged",
                        "discharge-cancelled",
                        "discharge-planned");
    }

    @Test
    void a_cancelled_discharge_without_a_discharge_changes_nothing_and_is_noted() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.news();

        var applied = centre.hears(says(A13, "2026-02-11T10:00:00Z"));

        assertThat(applied.notes()).containsExactly("cancelled-discharge-without-discharge");
        assertThat(centre.news()).isEmpty();

        var resolved = centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        assertThat(resolved.notes()).isEmpty();
        assertThat(centre.news()).isEmpty();
    }

    @Test
    void a_cancelled_visit_did_not_happen_even_after_its_discharge() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.news();

        centre.hears(says(A11, "2026-02-11T10:00:00Z"));

        assertThat(centre.news()).containsExactly("admission-cancelled");
    }

    @Test
    void a_cancellation_by_the_feed_takes_the_whole_visit_whatever_day_it_repeats() {
        centre.hears(says(A04, "2026-01-01T10:00:00Z"));
        centre.hears(says(A03, "2026-01-10T10:00:00Z"));
        centre.hears(says(A04, "2026-02-12T10:00:00Z"));
        centre.news();

        centre.hears(says(A11, "2026-02-13T10:00:00Z").admitted("2026-02-12T10:00:00Z"));

        assertThat(centre.news()).containsExactly("admission-cancelled", "admission-cancelled");
    }

    @Test
    void after_a_cancellation_the_same_number_admits_anew() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A11, "2026-02-02T10:00:00Z"));

        var applied = centre.hears(says(A04, "2026-02-03T10:00:00Z"));

        assertThat(applied.admissionId()).isEqualTo(Centre.SOMEBODY + "-a2");
        assertThat(centre.news()).containsExactly("patient-admitted", "admission-cancelled", "patient-admitted");
    }

    @Test
    void messages_recorded_at_the_same_instant_go_by_when_they_were_sent_then_by_the_order_of_a_stay() {
        centre.hears(says(A03, "2026-02-01T10:00:00Z"));
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged");

        centre.hears(says(A04, "2026-02-01T10:00:00Z").sent("2026-02-01T10:00:09Z"));
        assertThat(centre.news()).containsExactly("admission-resumed");
    }

    @Test
    void a_back_dated_discharge_is_applied_with_its_own_time() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.news();

        centre.hears(says(A03, "2026-02-20T10:00:00Z").discharged("2026-02-08T15:00:00Z"));

        assertThat(centre.newsInFull())
                .singleElement()
                .satisfies(e -> assertThat(e.data()).contains("\"dischargedAt\":\"2026-02-08T15:00:00Z\""));
    }

    @Test
    void a_back_dated_discharge_may_leave_two_admissions_of_one() {
        centre.hears(says(A04, "2026-01-01T10:00:00Z"));
        centre.hears(says(A04, "2026-02-01T10:00:00Z").visit("V2"));
        assertThat(centre.news()).containsExactly("patient-admitted");

        centre.hears(says(A03, "2026-02-02T10:00:00Z").discharged("2026-01-05T15:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-discharged", "patient-admitted");
    }

    @Test
    void a_corrected_disposition_takes_the_first_back() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z"));
        centre.news();

        centre.hears(says(A03, "2026-02-11T10:00:00Z")
                .discharged("2026-02-10T10:00:00Z")
                .disposition("against-advice"));

        assertThat(centre.news()).containsExactly("discharge-cancelled", "patient-discharged");
    }

    @Test
    void a_discharge_without_a_disposition_counts_as_completed_and_is_noted() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        var applied = centre.hears(says(A03, "2026-02-10T10:00:00Z").disposition(null));

        assertThat(applied.notes()).containsExactly("disposition-missing");
        assertThat(centre.newsInFull().getLast().data()).contains("\"disposition\":\"completed\"");
    }

    @Test
    void a_plan_may_be_without_a_day_and_may_move() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A16, "2026-02-05T10:00:00Z"));
        centre.hears(says(A16, "2026-02-06T10:00:00Z").expected("2026-02-20T10:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-admitted", "discharge-planned", "discharge-planned");
    }

    @Test
    void a_plan_for_a_day_before_the_admission_is_one_without_a_day() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A16, "2026-02-05T10:00:00Z").expected("2020-01-01T00:00:00Z"));
        assertThat(centre.newsInFull().getLast().data()).doesNotContain("2020").doesNotContain("plannedFor");

        centre.hears(says(A16, "2026-02-06T10:00:00Z").expected("2026-02-01T00:00:00Z"));
        assertThat(centre.newsInFull().getLast().data()).contains("\"plannedFor\":\"2026-02-01T00:00:00Z\"");
    }

    @Test
    void another_track_at_the_same_level_is_told_because_the_timetable_follows_from_it() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A08, "2026-02-05T10:00:00Z").level("2.1").track("morning"));

        assertThat(centre.newsInFull().getLast().data()).contains("\"track\":\"morning\"");
    }

    @Test
    void who_died_is_told_once_and_so_is_that_it_was_an_error() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(A03, "2026-02-10T10:00:00Z").disposition("died"));
        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged", "patient-deceased");

        centre.hears(says(A13, "2026-02-11T10:00:00Z"));

        assertThat(centre.news()).containsExactly("discharge-cancelled", "patient-deceased-withdrawn");
        assertThat(centre.somebody().deceased()).isFalse();

        centre.hears(says(A03, "2026-02-12T10:00:00Z").disposition("died"));
        assertThat(centre.news()).containsExactly("patient-discharged", "patient-deceased");
    }

    @Test
    void an_earlier_first_day_that_becomes_known_later_sets_the_time_and_nothing_else() {
        centre.hears(says(A04, "2026-02-01T10:00:00Z"));
        centre.news();

        centre.hears(says(A08, "2026-02-05T10:00:00Z").admitted("2026-01-31T08:00:00Z"));

        assertThat(centre.news()).isEmpty();
        assertThat(centre.somebody()
                        .admission(Centre.FIRST)
                        .orElseThrow()
                        .enrolment()
                        .admittedAt())
                .isEqualTo("2026-01-31T08:00:00Z");
    }

    @Test
    void a_discharge_that_knows_an_earlier_first_day_may_be_before_the_day_known_so_far() {
        centre.hears(says(A04, "2026-02-10T10:00:00Z"));
        centre.hears(says(A03, "2026-02-20T10:00:00Z")
                .admitted("2026-02-01T10:00:00Z")
                .discharged("2026-02-05T10:00:00Z"));

        assertThat(stay()).containsExactly("2026-02-01T10:00:00Z", "2026-02-05T10:00:00Z");

        centre.hears(says(A03, "2026-02-21T10:00:00Z")
                .admitted("2026-02-12T10:00:00Z")
                .discharged("2026-02-15T10:00:00Z"));

        assertThat(stay()).containsExactly("2026-02-12T10:00:00Z", "2026-02-15T10:00:00Z");
    }

    private List<String> stay() {
        var left =
                (Admission.Discharged) centre.somebody().admission(Centre.FIRST).orElseThrow();
        return List.of(
                left.enrolment().admittedAt().toString(), left.dischargedAt().toString());
    }
}
