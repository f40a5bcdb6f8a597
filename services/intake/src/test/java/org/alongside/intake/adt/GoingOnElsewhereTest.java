package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.intake.adt.Answer.Outcome;
import org.alongside.intake.patient.Patient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News of a visit of ours that name a place which is none of ours. */
class GoingOnElsewhereTest {

    private final Feed feed = new Feed().intoDocuments();

    private static String elsewhere(String name) {
        return Feed.sample(name)
                .replace("IOP^EVE", "LOUNGE^X")
                .replace("|PEER|", "|MED|")
                .replace("|OUT|", "|MED|");
    }

    private Outcome sent(String message) {
        return feed.send(message).answer().outcome();
    }

    private Patient somebody() {
        return feed.patients.find(feed.somebody()).orElseThrow().state();
    }

    @Test
    void a_discharge_ends_the_stay() {
        sent(Feed.sample("a04"));

        assertThat(sent(elsewhere("a03"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).containsExactly("patient-admitted", "patient-discharged");
    }

    @Test
    void a_discharge_with_a_code_of_another_clinic_is_still_one() {
        sent(Feed.sample("a04"));

        assertThat(sent(elsewhere("a03").replace("|01|", "|99|"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).containsExactly("patient-admitted", "patient-discharged");
        assertThat(somebody().visit("EPIC|NORTH", "V-1001").fold().notes())
                .extracting(note -> note.code())
                .containsExactly("disposition-missing");
    }

    @Test
    void a_cancellation_cancels() {
        sent(Feed.sample("a04"));

        assertThat(sent(elsewhere("a11"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).containsExactly("patient-admitted", "admission-cancelled");
    }

    @Test
    void a_plan_counts_and_an_update_moves_nobody() {
        sent(Feed.sample("a04"));

        assertThat(sent(elsewhere("a08").replace("Quenneville", "Lachance"))).isEqualTo(Outcome.APPLIED);
        assertThat(somebody().person().known().family()).isEqualTo("Lachance");
        assertThat(sent(elsewhere("a16"))).isEqualTo(Outcome.APPLIED);
        assertThat(feed.told()).containsExactly("patient-admitted", "discharge-planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a03", "a08", "a11", "a13", "a16", "a25"})
    void of_a_visit_that_was_never_ours_nothing_is_kept(String name) {
        sent(Feed.sample("a04"));
        var before = feed.space.store().count("messages", new Document());

        assertThat(sent(elsewhere(name).replace("V-1001", "V-2002"))).isEqualTo(Outcome.NOT_OURS);
        assertThat(sent(elsewhere(name).replace("4711^", "4712^"))).isEqualTo(Outcome.NOT_OURS);
        assertThat(sent(elsewhere(name).replace("^MR", "^XX"))).isEqualTo(Outcome.NOT_OURS);
        assertThat(feed.space.store().count("messages", new Document())).isEqualTo(before);
        assertThat(feed.space.store().count("unplaced", new Document())).isZero();
        assertThat(somebody().visits()).hasSize(1);
    }

    @Test
    void an_admission_elsewhere_is_not_ours_whatever_its_number() {
        sent(Feed.sample("a04"));

        assertThat(sent(elsewhere("a01"))).isEqualTo(Outcome.NOT_OURS);
    }
}
