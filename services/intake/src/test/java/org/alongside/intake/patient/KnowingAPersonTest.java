package org.alongside.intake.patient;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.Centre;
import org.alongside.intake.Says;
import org.alongside.intake.consent.ConsentKind;
import org.alongside.intake.consent.GrantedConsent;
import org.alongside.intake.consent.Notice;
import org.alongside.intake.consent.Signed;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.Test;

class KnowingAPersonTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Centre centre = new Centre();

    @Test
    void the_latest_word_counts_by_when_it_was_recorded() {
        var born = LocalDate.of(1991, 1, 1);
        centre.hears(says(Trigger.A08, "2026-02-03T10:00:00Z").born(born));
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        centre.hears(says(Trigger.A08, "2026-02-04T10:00:00Z").born(null));

        assertThat(centre.somebody().person().birthDate()).isEqualTo(born);
    }

    @Test
    void an_id_is_opaque_the_same_every_time_and_another_with_another_key() {
        var somebody = new Identity("NORTH", "100");
        var ids = new PatientIds("k");
        assertThat(ids.of(somebody)).matches("[0-9a-f]{32}").isEqualTo(ids.of(somebody));
        assertThat(ids.of(new Identity("NORTH1", "00"))).isNotEqualTo(ids.of(somebody));
        assertThat(new PatientIds("other").of(somebody)).isNotEqualTo(ids.of(somebody));
    }

    @Test
    void nothing_that_identifies_is_in_a_text_form() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z").visit("VISIT77"));
        var somebody = centre.somebody();
        assertThat(somebody.toString()
                        + somebody.person()
                        + somebody.visits()
                        + somebody.identities()
                        + says(Trigger.A04, "2026-02-01T10:00:00Z").message()
                        + new Demographics("Family", "Given", null, null, null, null))
                .doesNotContain("Family", "Given", "1990", "VISIT77", "NORTH");
    }

    @Test
    void a_card_without_a_consent_says_nothing() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));

        var card = Card.of(Centre.SOMEBODY, centre.somebody(), NOW);

        assertThat(card.firstName()).isNull();
        assertThat(card.programme()).isNull();
        assertThat(card.disclosed()).isEmpty();
        assertThat(card.notice()).isNull();
    }

    @Test
    void a_card_shows_only_what_the_consent_covers_and_carries_the_notice() {
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));
        var signed = new Signed("peer support", "we", "peers", null, LocalDate.of(2026, 2, 1), "person");
        var consent = new GrantedConsent(
                ConsentKind.PEER_DISCLOSURE, List.of("first-name"), NOW.plusSeconds(60), signed, NOW);
        var somebody = centre.somebody();
        var agreed = somebody.with(
                somebody.consents().grant(Centre.SOMEBODY, consent).next());

        var card = Card.of(Centre.SOMEBODY, agreed, NOW);

        assertThat(card.firstName()).isEqualTo("Given");
        assertThat(card.programme()).isNull();
        assertThat(card.disclosed()).containsExactly("first-name");
        assertThat(card.notice()).isEqualTo(Notice.SHORT_FORM);
        assertThat(Card.of(Centre.SOMEBODY, agreed, NOW.plusSeconds(60)).firstName())
                .isNull();
    }

    @Test
    void two_forms_without_a_key_in_one_millisecond_are_both_taken() {
        var registering = new RegisteringPatients(centre.patients, centre.ids);
        for (var family : List.of("One", "Other")) {
            var person = new Demographics(family, "Given", null, null, null, null);
            registering.register(new Cause.Command(null, family, null), Says.SOMEBODY, person);
        }

        assertThat(centre.somebody().person().known().family()).isIn("One", "Other");
    }
}
