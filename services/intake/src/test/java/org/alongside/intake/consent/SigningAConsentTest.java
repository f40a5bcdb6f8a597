package org.alongside.intake.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.Test;

class SigningAConsentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ConsentForm form(String kind, List<String> scopes, Instant expires, String event) {
        return new ConsentForm(
                kind,
                scopes,
                "peer support",
                "the programme",
                "peer volunteers",
                expires,
                event,
                TODAY,
                "person",
                true,
                true);
    }

    @Test
    void every_missing_element_is_named_at_once() {
        var empty = new ConsentForm(null, null, null, " ", null, null, null, null, null, null, null);
        refused(
                "consent-element-missing",
                "kind,scopes,purpose,discloser,recipient,expires,signedOn,signedBy,revocationExplained,redisclosureExplained",
                empty);
    }

    @Test
    void a_complete_form_is_taken() {
        var granted = ConsentPolicy.complete(
                form("peer-disclosure", List.of("programme", "first-name"), NOW.plusSeconds(9), null), NOW);
        assertThat(granted.kind()).isEqualTo(ConsentKind.PEER_DISCLOSURE);
        assertThat(granted.scopes()).containsExactly("first-name", "programme");
    }

    @Test
    void the_four_kinds_keep_their_scopes_apart() {
        refused("unknown-code", "scopes", form("peer-disclosure", List.of("phone"), NOW.plusSeconds(9), null));
        refused(
                "unknown-code",
                "scopes",
                form("contact-after-discharge", List.of("first-name"), NOW.plusSeconds(9), null));
        refused("unknown-code", "kind", form("everything", List.of("phone"), NOW.plusSeconds(9), null));
    }

    @Test
    void leave_to_contact_may_not_end_with_treatment() {
        refused(
                "contact-ends-with-treatment",
                "expiresEvent",
                form("contact-after-discharge", List.of("phone"), null, "end-of-treatment"));
        assertThat(ConsentPolicy.complete(form("peer-disclosure", List.of("first-name"), null, "end-of-treatment"), NOW)
                        .signed()
                        .expiresEvent())
                .isEqualTo("end-of-treatment");
    }

    @Test
    void only_treatment_and_operations_may_have_no_end() {
        refused("expiry-needed", "expiresEvent", form("peer-disclosure", List.of("first-name"), null, "none"));
        ConsentPolicy.complete(form("treatment-operations", List.of("treatment"), null, "none"), NOW);
    }

    @Test
    void dates_must_be_possible() {
        refused("consent-expired", "expires", form("peer-disclosure", List.of("first-name"), NOW, null));
        var form = form("peer-disclosure", List.of("first-name"), NOW.plusSeconds(9), null);
        refused(
                "impossible-date",
                "signedOn",
                new ConsentForm(
                        form.kind(),
                        form.scopes(),
                        "p",
                        "d",
                        "r",
                        form.expires(),
                        null,
                        TODAY.plusDays(2),
                        "person",
                        true,
                        true));
    }

    @Test
    void a_date_and_an_event_exclude_each_other() {
        refused(
                "one-expiry",
                "expiresEvent",
                form("peer-disclosure", List.of("first-name"), NOW.plusSeconds(9), "end-of-treatment"));
    }

    @Test
    void an_event_that_nothing_ever_brings_ends_no_consent() {
        refused(
                "unknown-code",
                "expiresEvent",
                form("contact-after-discharge", List.of("phone"), null, "end-of-follow-up"));
    }

    @Test
    void a_scope_that_is_none_and_days_that_cannot_be_meant_are_refused() {
        refused(
                "unknown-code",
                "scopes",
                form("peer-disclosure", Collections.singletonList(null), NOW.plusSeconds(9), null));
        refused(
                "impossible-date",
                "expires",
                form("peer-disclosure", List.of("first-name"), Instant.parse("+300000000-01-01T00:00:00Z"), null));
        refused("impossible-date", "signedOn", signedOn(LocalDate.of(-300_000_000, 1, 1)));
        refused("impossible-date", "signedOn", signedOn(TODAY.plusDays(2)));
    }

    private static ConsentForm signedOn(LocalDate day) {
        return new ConsentForm(
                "peer-disclosure",
                List.of("first-name"),
                "p",
                "d",
                "r",
                NOW.plusSeconds(9),
                null,
                day,
                "person",
                true,
                true);
    }

    @Test
    void the_statements_must_have_been_made() {
        var form = form("peer-disclosure", List.of("first-name"), NOW.plusSeconds(9), null);
        refused(
                "consent-statement-missing",
                "revocationExplained",
                new ConsentForm(
                        form.kind(), form.scopes(), "p", "d", "r", form.expires(), null, TODAY, "person", false, true));
    }

    @Test
    void the_notice_reads_exactly_so() {
        assertThat(Notice.SHORT_FORM)
                .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
    }

    private static void refused(String rule, String field, ConsentForm form) {
        assertThatThrownBy(() -> ConsentPolicy.complete(form, NOW)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
    }
}
