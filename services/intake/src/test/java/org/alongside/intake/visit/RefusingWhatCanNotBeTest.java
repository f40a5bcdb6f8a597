package org.alongside.intake.visit;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.Says;
import org.junit.jupiter.api.Test;

class RefusingWhatCanNotBeTest {

    private final Centre centre = new Centre();

    @Test
    void a_level_is_one_of_its_edition() {
        refused(
                "unknown-code",
                "levelOfCare",
                says(Trigger.A04, "2026-02-01T10:00:00Z").level("9.9"));
    }

    @Test
    void a_track_is_a_code() {
        refused(
                "malformed",
                "programme",
                says(Trigger.A04, "2026-02-01T10:00:00Z").track("Mr Evening"));
    }

    @Test
    void a_disposition_is_one_of_ours() {
        refused(
                "unknown-code",
                "disposition",
                says(Trigger.A03, "2026-02-01T10:00:00Z").disposition("01"));
    }

    @Test
    void nobody_leaves_before_coming() {
        refused(
                "discharge-before-admission",
                "dischargedAt",
                says(Trigger.A03, "2026-02-01T10:00:00Z")
                        .admitted("2026-02-01T10:00:00Z")
                        .discharged("2026-01-01T10:00:00Z"));
    }

    @Test
    void nothing_was_recorded_or_happened_in_the_future() {
        refused("impossible-date", "recordedAt", says(Trigger.A04, "2027-02-01T10:00:00Z"));
        refused(
                "impossible-date",
                "admittedAt",
                says(Trigger.A04, "2026-02-01T10:00:00Z").admitted("2027-02-01T10:00:00Z"));
        refused(
                "impossible-date",
                "dischargedAt",
                says(Trigger.A03, "2026-02-01T10:00:00Z").discharged("2027-02-01T10:00:00Z"));
    }

    @Test
    void nothing_is_planned_for_a_day_out_of_reach() {
        for (var day : List.of("2062-03-09T10:00:00Z", "1890-01-01T00:00:00Z")) {
            refused(
                    "impossible-date",
                    "expectedDischargeAt",
                    says(Trigger.A16, "2026-02-01T10:00:00Z").expected(day));
        }
    }

    @Test
    void nobody_is_older_than_anybody_was() {
        refused(
                "impossible-date",
                "birthDate",
                says(Trigger.A04, "2026-02-01T10:00:00Z").born(LocalDate.of(1800, 1, 1)));
    }

    @Test
    void only_news_of_the_person_come_without_a_visit() {
        refused(
                "missing-field",
                "visitNumber",
                says(Trigger.A04, "2026-02-01T10:00:00Z").visit(null));
        assertThat(centre.hears(says(Trigger.A08, "2026-02-01T10:00:00Z").visit(null))
                        .admissionId())
                .isNull();
    }

    private void refused(String rule, String field, Says said) {
        assertThatThrownBy(() -> centre.hears(said)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
        assertThat(centre.patients.find(Centre.SOMEBODY)).isEmpty();
    }
}
