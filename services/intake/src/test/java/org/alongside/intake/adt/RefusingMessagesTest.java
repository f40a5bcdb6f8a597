package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingMessagesTest {

    private final Feed feed = new Feed();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ADT^A04^ADT_A01; ORU^R01; AR; unsupported-message; MSH^1^9^1",
                "ADT^A04^ADT_A01; ADT^A02; AR; unsupported-trigger; MSH^1^9^1",
                "|P|2.5.1; |T|2.5.1; AR; unsupported-processing-id; MSH^1^11^1",
                "|P|2.5.1; |D^T|2.5.1; AR; unsupported-processing-id; MSH^1^11^1",
                "|EPIC|; |EPIK|; AR; unknown-sender; MSH^1^3^1~MSH^1^4^1",
                "|EPIC|NORTH|; |EPIC|SOUTH|; AR; unknown-sender; MSH^1^4^1",
                "MSH|^~\\&|; MSH|^^\\&|; AR; unusable-separators; MSH^1^1^1~MSH^1^2^1",
                "MSH|^~\\&|; FHS|^~\\&|; AR; no-message-header; MSH^1^1^1",
                "|MSG-a04|; ||; AE; required; MSH^1^10^1",
                "UNICODE UTF-8; KLINGON; AE; unknown-character-set; MSH^1^18^1",
                "UNICODE UTF-8; UTF-16; AE; unknown-character-set; MSH^1^18^1",
                "EVN|A04|202603020915; EVN|A04|202602300915; AE; impossible-time; EVN^1^2^1",
                "EVN|A04|202603020915; EVN|A04|20260302T09; AE; unreadable-time; EVN^1^2^1",
                "EVN|A04|202603020915; EVN|A04|000003020915; AE; impossible-time; EVN^1^2^1",
                "EVN|A04|202603020915; EVN|A04|202603022515; AE; impossible-time; EVN^1^2^1",
                "EVN|A04|202603020915; EVN|A04|202603020915+9900; AE; impossible-time; EVN^1^2^1",
                "|19850214|; |19850231|; AE; impossible-time; PID^1^7^1",
                "|19850214|; |20850214|; AE; impossible-time; PID^1^7^1",
                "|202603020900; |202613020900; AE; impossible-time; PV1^1^44^1",
                "|202603020900; |219903020900; AE; impossible-time; PV1^1^44^1",
                "EVN|A04|202603020915; EVN|A04|202703020915; AE; impossible-time; EVN^1^2^1",
                "|19850214|; |18850214|; AE; impossible-time; PID^1^7^1",
                "4711^^^NORTH^MR; 4711^^^NORTH^XX; AE; record-number-missing; PID^1^3^1",
                "|V-1001|; ||; AE; required; PV1^1^19^1",
                "IOP^EVE; SPA^EVE; AE; unknown-code; PV1^1^3^1^1",
                "IOP^EVE; IOP^NOON; AE; unknown-code; PV1^1^3^1^2",
                "^NORTH||||1234; ^||||1234; AE; required; PV1^1^3^1^4"
            })
    void names_the_segment_and_field(String good, String bad, String verdict, String rule, String location) {
        var answered = feed.send(Feed.sample("a04").replace(good, bad));

        assertThat(answered.verdict()).isEqualTo(verdict);
        assertThat(answered.rule()).isEqualTo(rule);
        assertThat(answered.location()).isEqualTo(location);
        assertThat(feed.applied).isEmpty();
        assertThat(feed.kept(State.APPLIED)).isEmpty();
        assertThat(feed.kept(State.REFUSED))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReceivedMessage.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void a_time_is_named_where_it_stands() {
        var occurred = Feed.sample("a04").replace("|202603020900\rZPV", "\rZPV").replace("OP7|2026", "OP7|2199");
        assertThat(feed.send(occurred).location()).isEqualTo("EVN^1^6^1");

        var early = feed.send(Feed.sample("a03").replace("|20260302090000|20260424", "|20260302090000|20260201"));
        assertThat(early.rule()).isEqualTo("discharge-before-admission");
        assertThat(early.location()).isEqualTo("PV1^1^45^1");
        assertThat(feed.applied).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20370424", "18850424"})
    void a_day_for_which_nobody_plans_is_refused(String day) {
        var answered = feed.send(Feed.sample("a16").replace("|||20260424", "|||" + day));

        assertThat(answered.rule()).isEqualTo("impossible-time");
        assertThat(answered.location()).isEqualTo("PV2^1^9^1");
    }

    @Test
    void an_unknown_disposition_is_named() {
        var answered = feed.send(Feed.sample("a03").replace("|01|", "|99|"));

        assertThat(answered.rule()).isEqualTo("unknown-code");
        assertThat(answered.location()).isEqualTo("PV1^1^36^1");
    }

    @Test
    void bytes_that_are_not_in_the_declared_character_set_are_refused() {
        var answered = feed.send(Feed.sample("a04").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answered.rule()).isEqualTo("not-in-character-set");
        assertThat(answered.location()).isEqualTo("MSH^1^18^1");
    }

    @Test
    void several_messages_in_one_are_refused() {
        assertThat(feed.send(Feed.sample("a04") + "\r" + Feed.sample("a03")).rule())
                .isEqualTo("more-than-one-message");
    }

    @Test
    void the_name_is_never_echoed() {
        var answered = feed.send(Feed.sample("a04").replace("EVN|A04|202603020915", "EVN|A04|Quenneville"));

        assertThat(answered.text()).doesNotContain("Quenneville", "4711^", "V-1001");
    }

    @Test
    void what_is_not_of_our_programmes_is_acknowledged_and_not_kept() {
        var elsewhere =
                feed.send(Feed.sample("a04").replace("|PEER|", "|ORTHO|").replace("A04", "A02"));

        assertThat(elsewhere.verdict()).isEqualTo("AA");
        assertThat(elsewhere.answer().outcome()).isEqualTo(Answer.Outcome.NOT_OURS);
        assertThat(feed.space.store().count("messages", new org.bson.Document()))
                .isZero();
        assertThat(feed.applied).isEmpty();
    }

    @Test
    void of_what_was_sent_nothing_is_kept() {
        feed.send(Feed.sample("a04").replace("|19850214|", "|19850231|"));
        feed.send(Feed.sample("a04").replace("|EPIC|", "|EPIK|"));

        assertThat(feed.space.store().find("messages", new org.bson.Document(), new org.bson.Document("_id", 1), 9))
                .hasSize(2)
                .allSatisfy(kept -> assertThat(kept.toJson())
                        .doesNotContain("Quenneville", "4711", "V-1001", "MSG-a04", "EPIK", "1985"));
    }

    @Test
    void the_same_message_refused_twice_is_one_entry_and_is_taken_once_the_mapping_knows_it() {
        var refusal = Refused.invalid("merge-circle", "PID-3", "no");
        var takes = feed.visits;
        feed.visits = message -> {
            throw refusal;
        };
        var first = feed.send(Feed.sample("a04"));
        feed.send(Feed.sample("a04"));

        assertThat(first.verdict()).isEqualTo("AE");
        assertThat(first.rule()).isEqualTo("merge-circle");
        assertThat(first.location()).isEqualTo("PID^1^3^1");
        assertThat(feed.kept(State.REFUSED)).hasSize(1);

        feed.visits = takes;
        assertThat(feed.send(Feed.sample("a04")).verdict()).isEqualTo("AA");
        assertThat(feed.kept(State.REFUSED)).isEmpty();
        assertThat(feed.kept(State.APPLIED)).hasSize(1);
    }
}
