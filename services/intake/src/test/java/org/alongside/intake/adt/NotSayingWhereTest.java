package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.alongside.intake.adt.Answer.Outcome;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Discharges and cancellations that leave out the place by which a visit of ours is known. */
class NotSayingWhereTest {

    private static final String WHERE = "IOP^EVE^2^NORTH";

    private final Feed feed = new Feed().intoDocuments();

    private static String silent(String name) {
        return Feed.sample(name).replace(WHERE, "");
    }

    private Outcome sent(String message) {
        return feed.send(message).answer().outcome();
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

        assertThat(sent(silent("a03").replace("|V-1001|", "|V-2002|"))).isEqualTo(Outcome.UNPLACED);
        assertThat(feed.told()).containsExactly("patient-admitted");
        assertThat(feed.patients.find(feed.somebody()).orElseThrow().state().visits())
                .hasSize(1);
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
        sent(silent("a03"));
        assertThat(feed.space.store().find("unplaced", new Document(), new Document("_id", 1), 9))
                .singleElement()
                .satisfies(kept -> assertThat(kept.toJson())
                        .doesNotContain("Quenneville", "4711", "V-1001", "MSG-a03", "1985", "IOP"));
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
}
