package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.admission.AdmittingPatients;
import org.alongside.intake.adt.Answer.Outcome;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.visit.EarlyMessages;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Visit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Discharges and cancellations that leave out the place by which a visit of ours is known. */
class NotSayingWhereTest {

    private static final String WHERE = "IOP^EVE^2^NORTH";

    private final Feed feed = new Feed().intoDocuments();

    private static String silent(String name) {
        return Feed.sample(name).replace(WHERE, "");
    }

    private static String ofAnotherVisit(String message) {
        return message.replace("|V-1001", "|V-2002");
    }

    private Outcome sent(String message) {
        return feed.send(message).answer().outcome();
    }

    private Patient somebody() {
        return feed.patients.find(feed.somebody()).orElseThrow().state();
    }

    @Test
    void of_a_visit_that_is_known_it_is_ours() {
        sent(Feed.sample("a04"));

        assertThat(sent(silent("a11"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).containsExactly("patient-admitted", "admission-cancelled");
    }

    @Test
    void before_its_admission_it_waits_for_it() {
        assertThat(sent(silent("a03"))).isEqualTo(Outcome.UNPLACED);
        assertThat(sent(silent("a03"))).isEqualTo(Outcome.UNPLACED);

        sent(Feed.sample("a04"));

        assertThat(feed.told()).containsExactly("patient-admitted", "patient-discharged");
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
        assertThat(sent(silent("a03"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).hasSize(2);
    }

    @Test
    void of_another_visit_of_somebody_who_is_known_it_changes_nothing() {
        sent(Feed.sample("a04"));

        assertThat(sent(ofAnotherVisit(silent("a03")))).isEqualTo(Outcome.UNPLACED);
        assertThat(feed.told()).containsExactly("patient-admitted");
        assertThat(somebody().visits()).hasSize(1);
    }

    @Test
    void news_of_a_person_is_ours_if_the_person_is() {
        var news = silent("a08").replace("|OUT|", "||");
        assertThat(sent(news)).isEqualTo(Outcome.NOT_OURS);
        sent(Feed.sample("a04"));
        assertThat(sent(news)).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void nothing_that_identifies_is_kept_of_it_and_that_only_for_a_while() {
        sent(silent("a03").replace("|OUT|", "|PHP|"));
        assertThat(feed.space.store().find("unplaced", new Document(), new Document("_id", 1), 9))
                .singleElement()
                .satisfies(kept -> assertThat(kept.toJson())
                        .doesNotContain("Quenneville", "4711", "V-1001", "MSG-a03", "1985", "substance-use")
                        .doesNotContain(feed.somebody(), Visit.key("EPIC|NORTH", "V-1001")));
        assertThat(feed.space.store().count("messages", new Document())).isZero();

        feed.clock.move(Duration.ofDays(8));
        for (var id : feed.space.space().due("unplaced", feed.clock.instant(), 9)) {
            feed.unplaced.due(id);
        }
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
    }

    @Test
    void a_code_of_another_clinic_is_no_fault() {
        assertThat(sent(silent("a03").replace("|01|", "|99|").replace("|19850214|", "|19850231|")))
                .isEqualTo(Outcome.UNPLACED);
        assertThat(sent(silent("a03").replace("EVN|A03|20260424170500", "EVN|A03|yesterday")))
                .isEqualTo(Outcome.NOT_OURS);
    }

    @Test
    void news_of_a_person_on_a_visit_that_is_not_known_does_not_make_it_ours() {
        sent(Feed.sample("a04"));

        assertThat(sent(ofAnotherVisit(silent("a08")).replace("Quenneville", "Lachance")))
                .isEqualTo(Outcome.APPLIED);
        assertThat(somebody().person().known().family()).isEqualTo("Lachance");
        assertThat(somebody().visits()).hasSize(1);
        assertThat(sent(ofAnotherVisit(silent("a03")))).isEqualTo(Outcome.UNPLACED);
    }

    @Test
    void what_cannot_be_read_is_refused_where_the_person_is_known() {
        sent(Feed.sample("a04"));

        assertThat(sent(ofAnotherVisit(silent("a03")).replace("EVN|A03|20260424170500", "EVN|A03|yesterday")))
                .isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^A03", "adt^A03", ""})
    void what_is_no_adt_is_refused_and_not_put_off(String type) {
        assertThat(sent(silent("a03").replace("ADT^A03^ADT_A03", type))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void any_message_by_which_the_visit_becomes_ours_brings_it_in() {
        sent(silent("a03"));

        assertThat(sent(Feed.sample("a16"))).isEqualTo(Outcome.EARLY);
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
    }

    @Test
    void an_admission_by_hand_brings_it_in() {
        sent(Feed.sample("a04"));
        sent(ofAnotherVisit(silent("a03")));

        assertThat(admittedByHand(feed.unplaced).state()).isEqualTo("discharged");
        assertThat(feed.told()).containsExactly("patient-admitted", "patient-admitted", "patient-discharged");
    }

    @Test
    void what_comes_while_an_admission_by_hand_is_written_counts_too() {
        sent(Feed.sample("a04"));
        EarlyMessages overtaken = (patientId, visitNumber) -> {
            var found = feed.unplaced.of(patientId, visitNumber);
            sent(ofAnotherVisit(silent("a03")));
            return found;
        };

        assertThat(admittedByHand(overtaken).state()).isEqualTo("discharged");
        admittedByHand(overtaken); // the same command again
        assertThat(feed.told()).containsExactly("patient-admitted", "patient-admitted", "patient-discharged");
    }

    private AdmittingPatients.Standing admittedByHand(EarlyMessages early) {
        return new AdmittingPatients(feed.patients, IntakeSettings.DEFAULTS, early)
                .admit(
                        feed.somebody(),
                        new Cause.Command("key", "body", null),
                        new AdmittingPatients.Admit(
                                "V-2002",
                                new Placement("iop", "evening", new LevelOfCare("3", "2.1")),
                                Instant.parse("2026-03-02T15:00:00Z")));
    }

    /** An update of the visit that is not known yet, and of the day on which it began. */
    private static String updated(String controlId, String day, String admitted) {
        return ofAnotherVisit(silent("a08"))
                .replace("MSG-a08", controlId)
                .replace("20260303101500.1234-0600", day + "101500")
                .replace("|V-2002", "|V-2002" + "|".repeat(25) + admitted);
    }

    @Test
    void an_update_that_overtakes_its_admission_waits_with_the_day_it_says() {
        sent(Feed.sample("a04"));
        assertThat(sent(updated("U1", "20260305", "20260304080000").replace("Quenneville", "Lachance")))
                .isEqualTo(Outcome.APPLIED);
        assertThat(sent(updated("U1", "20260305", "20260304080000").replace("Quenneville", "Lachance")))
                .isEqualTo(Outcome.REPEATED);
        assertThat(somebody().person().known().family()).isEqualTo("Lachance");
        assertThat(somebody().visits()).hasSize(1);

        sent(ofAnotherVisit(Feed.sample("a04")).replace("MSG-a04", "A2"));

        assertThat(somebody()
                        .visit("EPIC|NORTH", "V-2002")
                        .fold()
                        .stays()
                        .getFirst()
                        .admittedAt())
                .isEqualTo(Instant.parse("2026-03-04T14:00:00Z"));
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
    }

    @Test
    void of_updates_that_say_the_same_day_the_last_recorded_is_kept() {
        sent(Feed.sample("a04"));
        sent(updated("U2", "20260306", "20260304080000"));
        sent(updated("U1", "20260305", "20260304080000"));
        sent(updated("U3", "20260307", "20260304080000"));
        sent(updated("U4", "20260308", "20260303080000"));

        assertThat(feed.unplaced.of(feed.somebody(), "V-2002"))
                .extracting(Said::recordedAt)
                .containsExactly(Instant.parse("2026-03-07T16:15:00Z"), Instant.parse("2026-03-08T15:15:00Z"));
    }

    @Test
    void a_death_that_an_update_tells_before_the_admission_waits_too() {
        sent(Feed.sample("a04"));
        var death = ofAnotherVisit(silent("a08")).replace("000-00-0000", "000-00-0000" + "|".repeat(11) + "Y");
        assertThat(sent(death)).isEqualTo(Outcome.APPLIED);
        assertThat(sent(ofAnotherVisit(silent("a08")).replace("MSG-a08", "U2"))).isEqualTo(Outcome.APPLIED);

        sent(ofAnotherVisit(Feed.sample("a04")).replace("MSG-a04", "A2"));

        assertThat(feed.told()).contains("patient-deceased");
    }

    @Test
    void of_an_update_that_is_refused_nothing_waits() {
        sent(Feed.sample("a04"));

        assertThat(sent(updated("U1", "20260305", "20260304080000").replace("|19850214|", "|19850231|")))
                .isEqualTo(Outcome.REFUSED);
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
    }
}
