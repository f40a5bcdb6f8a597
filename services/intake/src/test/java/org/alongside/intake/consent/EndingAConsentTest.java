package org.alongside.intake.consent;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.Centre;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndingAConsentTest {

    private static final String FIRST = Centre.SOMEBODY + "-c1";

    private final Centre centre = new Centre();
    private final GrantingConsents consents = new GrantingConsents(centre.patients);

    @BeforeEach
    void somebody_is_in_treatment() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.news();
    }

    private GrantingConsents.Standing grant(@Nullable Instant expires, @Nullable String event) {
        return consents.grant(
                Centre.SOMEBODY,
                centre.command(),
                new ConsentForm(
                        "peer-disclosure",
                        List.of("first-name"),
                        "peer support",
                        "the programme",
                        "peer volunteers",
                        expires,
                        event,
                        LocalDate.of(2026, 3, 1),
                        "person",
                        true,
                        true));
    }

    @Test
    void versions_rise_with_each_thing_that_happens_to_a_kind() {
        assertThat(grant(null, "end-of-treatment").version()).isEqualTo(1);
        assertThat(consents.revoke(Centre.SOMEBODY, FIRST, centre.command()).version())
                .isEqualTo(2);
        assertThat(grant(null, "end-of-treatment").version()).isEqualTo(3);
        assertThat(centre.news()).containsExactly("consent-granted", "consent-revoked", "consent-granted");
    }

    @Test
    void revoking_twice_is_revoking_once() {
        grant(null, "end-of-treatment");
        consents.revoke(Centre.SOMEBODY, FIRST, centre.command());
        consents.revoke(Centre.SOMEBODY, FIRST, centre.command());
        assertThat(centre.news()).containsExactly("consent-granted", "consent-revoked");
    }

    @Test
    void a_newer_one_replaces_and_the_older_can_not_be_revoked() {
        grant(null, "end-of-treatment");
        grant(null, "end-of-treatment");
        assertThatThrownBy(() -> consents.revoke(Centre.SOMEBODY, FIRST, centre.command()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("consent-not-in-force"));
        assertThatThrownBy(() -> consents.revoke(Centre.SOMEBODY, "c9", centre.command()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-consent"));
    }

    @Test
    void what_expires_is_told_when_its_time_has_come() {
        var expires = centre.clock.instant().plus(Duration.ofDays(3));
        grant(expires, null);
        assertThat(centre.newsInFull().getFirst().data()).contains("\"expires\":\"" + expires + "\"");
        assertThat(centre.space.space().due(Patients.COLLECTION, expires.minusSeconds(1), 9))
                .isEmpty();
        assertThat(centre.space.space().due(Patients.COLLECTION, expires, 9)).containsExactly(Centre.SOMEBODY);

        centre.clock.moveTo(expires);
        centre.patients.settle(Centre.SOMEBODY);

        assertThat(centre.news()).containsExactly("consent-revoked");
        assertThat(centre.space.space().due(Patients.COLLECTION, expires.plusSeconds(1), 9))
                .isEmpty();
    }

    @Test
    void what_ends_with_treatment_ends_with_the_discharge_and_is_not_revived() {
        grant(null, "end-of-treatment");
        centre.news();

        centre.hears(says(Trigger.A03, "2026-02-20T10:00:00Z"));
        centre.hears(says(Trigger.A13, "2026-02-21T10:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-discharged", "consent-revoked", "discharge-cancelled");
    }

    @Test
    void what_ends_with_treatment_ends_also_where_the_discharge_is_known_before_the_admission() {
        grant(null, "end-of-treatment");
        centre.hears(says(Trigger.A11, "2026-02-02T10:00:00Z"));
        centre.hears(says(Trigger.A03, "2026-02-20T10:00:00Z").visit("V2"));
        centre.news();

        centre.hears(says(Trigger.A04, "2026-02-10T10:00:00Z").visit("V2"));

        assertThat(centre.news()).containsExactly("patient-admitted", "patient-discharged", "consent-revoked");
    }

    @Test
    void an_admission_that_did_not_happen_ends_no_consent() {
        grant(null, "end-of-treatment");
        centre.news();

        centre.hears(says(Trigger.A11, "2026-02-02T10:00:00Z"));

        assertThat(centre.news()).containsExactly("admission-cancelled");
    }

    @Test
    void after_the_discharge_no_consent_can_end_with_treatment() {
        centre.hears(says(Trigger.A03, "2026-02-20T10:00:00Z"));

        assertThatThrownBy(() -> grant(null, "end-of-treatment"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("treatment-over"));
        assertThat(grant(centre.clock.instant().plus(Duration.ofDays(3)), null).state())
                .isEqualTo("in-force");
    }

    @Test
    void an_admission_carries_the_consents_in_force() {
        grant(null, "end-of-treatment");
        centre.hears(says(Trigger.A04, "2025-11-01T10:00:00Z").visit("V0"));
        centre.hears(says(Trigger.A03, "2025-11-09T10:00:00Z").visit("V0"));

        assertThat(centre.told())
                .anySatisfy(e -> assertThat(e.data())
                        .contains("admittedAt", "\"consentId\":\"" + FIRST + "\"", "\"version\":1"));
    }

    @Test
    void what_ends_with_treatment_ends_where_the_person_had_left_before_and_the_return_did_not_happen() {
        centre.hears(says(Trigger.A03, "2026-02-03T10:00:00Z"));
        centre.hears(says(Trigger.A04, "2026-02-25T10:00:00Z").visit("V2"));
        grant(null, "end-of-treatment");
        centre.news();

        centre.hears(says(Trigger.A11, "2026-02-26T10:00:00Z").visit("V2"));

        assertThat(centre.news()).containsExactly("admission-cancelled", "consent-revoked");
    }

    @Test
    void what_ends_with_treatment_outlasts_a_discharge_from_one_admission_until_the_other_did_not_happen() {
        grant(null, "end-of-treatment");
        centre.hears(says(Trigger.A04, "2026-02-25T10:00:00Z").visit("V2"));
        centre.hears(says(Trigger.A03, "2026-02-26T10:00:00Z").discharged("2026-02-03T10:00:00Z"));
        assertThat(centre.news()).containsExactly("consent-granted", "patient-discharged", "patient-admitted");

        centre.hears(says(Trigger.A11, "2026-02-27T10:00:00Z").visit("V2"));

        assertThat(centre.news()).containsExactly("admission-cancelled", "consent-revoked");
    }
}
