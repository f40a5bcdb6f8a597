package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.Whereabouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingVisitsTest {

    private static final String PEER_IOP = "|O|IOP^EVE^2^NORTH||||1234^Practice^Primary|||PEER|";

    private final Feed feed = new Feed();

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void every_trigger_is_taken_from_a_real_looking_message(Trigger trigger) {
        var says = feed.taken(Feed.sample(trigger.name().toLowerCase(java.util.Locale.ROOT)));

        assertThat(says.trigger()).isEqualTo(trigger);
        assertThat(says.sender()).isEqualTo("EPIC|NORTH");
        assertThat(says.identity()).isEqualTo(new Identity("NORTH", "4711"));
        assertThat(says.visitNumber()).isEqualTo("V-1001");
        assertThat(says.whereabouts())
                .isEqualTo(new Whereabouts("substance-use", "evening", new LevelOfCare("3", "2.1")));
        assertThat(feed.kept(ReceivedMessage.State.APPLIED)).hasSize(1);
    }

    @Test
    void who_it_is_comes_from_pid() {
        assertThat(feed.taken(Feed.sample("a04")).demographics())
                .isEqualTo(new Demographics(
                        "Quenneville", "Aurélie", LocalDate.of(1985, 2, 14), "F", "5550177", "aurelie@example.org"));
    }

    @Test
    void times_without_an_offset_are_in_the_zone_of_the_sender() {
        var says = feed.taken(Feed.sample("a04"));

        assertThat(says.recordedAt()).isEqualTo(Instant.parse("2026-03-02T15:15:00Z"));
        assertThat(says.admittedAt()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(feed.taken(Feed.sample("a03")).dischargedAt()).isEqualTo(Instant.parse("2026-04-24T21:30:00Z"));
        assertThat(feed.taken(Feed.sample("a16")).expectedDischargeAt())
                .isEqualTo(Instant.parse("2026-04-24T05:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T06:00:00Z",
        "202604, 2026-04-01T05:00:00Z",
        "20260402, 2026-04-02T05:00:00Z",
        "2026040203, 2026-04-02T08:00:00Z",
        "202604020304, 2026-04-02T08:04:00Z",
        "20260402030405, 2026-04-02T08:04:05Z",
        "20260402030405.6, 2026-04-02T08:04:05.600Z",
        "20260402030405.6789, 2026-04-02T08:04:05.678Z",
        "20260402030405+0200, 2026-04-02T01:04:05Z",
        "202604020304-0000, 2026-04-02T03:04:00Z",
        "20260308023000, 2026-03-08T08:30:00Z",
        "20251102013000, 2025-11-02T06:30:00Z"
    })
    void times_may_have_any_precision(String hl7, Instant meant) {
        assertThat(feed.taken(Feed.sample("a13").replace("20260424180000", hl7)).recordedAt())
                .isEqualTo(meant);
    }

    @Test
    void the_disposition_is_ours_after_the_centres_table() {
        assertThat(feed.taken(Feed.sample("a03")).disposition()).isEqualTo("completed");
        assertThat(feed.taken(Feed.sample("a03").replace("|01|", "|07|")).disposition())
                .isEqualTo("against-advice");
        assertThat(feed.taken(Feed.sample("a03").replace("|01|", "||")).disposition())
                .isNull();
    }

    @Test
    void a_death_in_pid_30_decides_the_disposition() {
        var died = Feed.sample("a03").replace("000-00-0000", "000-00-0000|||||||||||Y");
        assertThat(feed.taken(died).disposition()).isEqualTo("died");
    }

    /** With PV1-36, PV1-45, PID-29 and PID-30 as they are given. */
    private static String update(String code, String left, String diedAt, String died) {
        return Feed.sample("a08")
                .replace("000-00-0000", "000-00-0000" + "|".repeat(10) + diedAt + "|" + died)
                .replace("|V-1001", "|V-1001" + "|".repeat(17) + code + "|".repeat(9) + left);
    }

    @Test
    void an_update_may_correct_the_disposition_and_the_time_of_a_discharge() {
        var says = feed.taken(update("07", "20260302163000", "", ""));

        assertThat(says.disposition()).isEqualTo("against-advice");
        assertThat(says.dischargedAt()).isEqualTo(Instant.parse("2026-03-02T22:30:00Z"));
        assertThat(feed.send(update("99", "", "", "")).location()).isEqualTo("PV1^1^36^1");
        assertThat(feed.send(update("07", "20260231", "", "")).location()).isEqualTo("PV1^1^45^1");
    }

    @Test
    void an_update_that_leaves_out_the_disposition_says_none_whatever_the_table_has_for_that() {
        var update = "MSH|^~\\&|OTHER|ANY|||20260302||ADT^A08|1|P|2.3\rEVN||20260302\rPID|||77\r" + "PV1|1|O|I"
                + "|".repeat(47) + "V9";

        assertThat(feed.taken(update).disposition()).isNull();
        assertThat(feed.taken(update.replace("ADT^A08|1", "ADT^A03|2")).disposition())
                .isEqualTo("completed");
    }

    @Test
    void an_update_may_tell_a_death_and_when_it_was() {
        var says = feed.taken(update("", "", "20260302", "Y"));

        assertThat(says.disposition()).isEqualTo("died");
        assertThat(says.dischargedAt()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(feed.taken(update("", "20260303", "20260302", "Y").replace("MSG-a08", "2"))
                        .dischargedAt())
                .isEqualTo(Instant.parse("2026-03-03T06:00:00Z"));
        assertThat(feed.taken(update("", "", "20260302", "N").replace("MSG-a08", "3"))
                        .dischargedAt())
                .isNull();
        assertThat(feed.send(update("", "", "20990302", "Y")).location()).isEqualTo("PID^1^29^1");
    }

    @ParameterizedTest
    @CsvSource({
        "20260424090000, 20260424, 2026-04-24T14:00:00Z",
        "20260424090000, 20260425, 2026-04-25T05:00:00Z",
        "20260424090000, 202604, 2026-04-24T14:00:00Z",
        "20260424172000, 2026042417, 2026-04-24T22:20:00Z",
        "20260424172030, 202604241720, 2026-04-24T22:20:30Z",
        "20260424172030.5, 20260424172030, 2026-04-24T22:20:30.500Z",
        "20251102013000-0600, 2025110201, 2025-11-02T07:30:00Z"
    })
    void what_a_discharge_leaves_out_may_be_after_the_admission(String admitted, String left, Instant meant) {
        assertThat(feed.taken(leaving(admitted, left)).dischargedAt()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025", "202603", "20260423", "2026042408", "202604240859", "20260424085959", "20260424085959.9"
            })
    void a_discharge_that_is_surely_before_its_admission_is_refused(String day) {
        assertThat(feed.send(leaving("20260424090000", day)).rule()).isEqualTo("discharge-before-admission");
    }

    private static String leaving(String admitted, String discharged) {
        return Feed.sample("a03").replace("|20260302090000|20260424163000", "|" + admitted + "|" + discharged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r", "\n\n"})
    void line_ends_are_the_business_of_the_sender(String lineEnd) {
        assertThat(feed.taken(Feed.sample("a04").replace("\r", lineEnd)).identity())
                .isEqualTo(new Identity("NORTH", "4711"));
    }

    @Test
    void separators_are_those_that_the_header_declares() {
        var other = Feed.sample("a04")
                .replace('|', '#')
                .replace('^', '$')
                .replace('~', '*')
                .replace('&', '!')
                .replace('\\', '/');
        var answered = feed.send(other);

        assertThat(answered.text()).startsWith("MSH#$*/!#").contains("MSA#AA#MSG-a04");
        assertThat(feed.applied.getLast().identity()).isEqualTo(new Identity("NORTH", "4711"));
        assertThat(feed.applied.getLast().demographics().family()).isEqualTo("Quenneville");
    }

    @ParameterizedTest
    @CsvSource({
        "8859/1, ISO-8859-1",
        "8859/15, ISO-8859-15",
        "UNICODE UTF-8, UTF-8",
        "UTF-8, UTF-8",
        "'', ISO-8859-1",
        "ASCII, ISO-8859-1",
        "windows-1252, windows-1252"
    })
    void the_character_set_is_the_declared_one_or_that_of_the_sender(String declared, String charset) {
        var message = Feed.sample("a04").replace("UNICODE UTF-8", declared);
        var answered = feed.send(message.getBytes(Charset.forName(charset)));

        assertThat(answered.verdict()).isEqualTo("AA");
        assertThat(feed.applied.getLast().demographics().given()).isEqualTo("Aurélie");
    }

    @Test
    void a_byte_order_mark_is_no_garbage() {
        assertThat(feed.taken("\uFEFF" + Feed.sample("a04")).visitNumber()).isEqualTo("V-1001");
    }

    @ParameterizedTest
    @CsvSource({
        "O\\T\\Brien, O&Brien",
        "A\\S\\B\\R\\C\\F\\D\\E\\E, A^B~C|D\\E",
        "Tr\\XC3A9\\s, Trés",
        "\\H\\Loud\\N\\, Loud",
        "Two\\.br\\Lines, Two Lines",
        "AC\\DC, AC\\DC",
        "back\\, back\\",
        "\\Z1\\none, none"
    })
    void escape_sequences_mean_what_the_standard_says(String written, String meant) {
        var message = Feed.sample("a04").replace("Quenneville", written);
        assertThat(feed.taken(message).demographics().family()).isEqualTo(meant);
    }

    @Test
    void segments_that_nobody_asked_for_are_ignored() {
        var says = feed.taken(
                Feed.sample("a04").replace("\rPV1", "\rZZZ|1|2\rNK1|1|Somebody\rOBX|1|ST|||\rnot a segment\rQQ\rPV1"));
        assertThat(says.visitNumber()).isEqualTo("V-1001");
    }

    @Test
    void the_record_number_is_the_repetition_with_the_configured_type_and_authority() {
        var swapped = Feed.sample("a04")
                .replace("990017^^^WEST^PI~4711^^^NORTH^MR", "1^^^WEST^MR~2^^^NORTH^PI~~\"\"^^^NORTH^MR~3^^^NORTH^MR");
        assertThat(feed.taken(swapped).identity()).isEqualTo(new Identity("NORTH", "3"));
    }

    @Test
    void a_sender_without_an_authority_is_one() {
        var other = "MSH|^~\\&|OTHER|ANY|||20260302||ADT^A04|1|P|2.3\rEVN||20260302\rPID|||77\r" + "PV1|1|O|I"
                + "|".repeat(47) + "V9";
        var says = feed.taken(other);

        assertThat(says.identity()).isEqualTo(new Identity("OTHER|ANY", "77"));
        assertThat(says.visitNumber()).isEqualTo("V9");
        assertThat(says.whereabouts()).isEqualTo(new Whereabouts("substance-use", null, new LevelOfCare("4", "2.1")));
        assertThat(says.recordedAt()).isEqualTo(Instant.parse("2026-03-02T05:00:00Z"));
    }

    @Test
    void the_level_may_come_from_another_field_when_the_first_has_no_code_of_the_table() {
        var moved = Feed.sample("a04").replace("IOP^EVE", "ROOM^EVE").replace("|OUT|", "|PHP|");
        assertThat(feed.taken(moved).whereabouts().levelOfCare()).isEqualTo(new LevelOfCare("3", "2.5"));
    }

    @Test
    void a_discharge_from_a_corridor_is_a_discharge() {
        var corridor = Feed.sample("a03").replace(PEER_IOP, PEER_IOP.replace("IOP^EVE", "LOUNGE^X"));
        assertThat(feed.taken(corridor).whereabouts()).isNull();
    }

    @Test
    void an_update_without_a_visit_is_about_the_person() {
        feed.knowsSomebody();
        var person = Feed.sample("a08").replaceAll("PV1.*", "");

        assertThat(feed.taken(person).visitNumber()).isNull();
    }

    @Test
    void the_acknowledgement_repeats_the_whole_of_what_the_sender_knows_it_by() {
        var id = "MSG" + "x".repeat(400) + "\\T\\1";
        var answered = feed.send(
                Feed.sample("a04").replace("|EPIC|", "|EPIC^1.2.3^ISO|").replace("MSG-a04", id));

        assertThat(answered.verdict()).isEqualTo("AA");
        assertThat(answered.field("MSA", 2)).isEqualTo(id);
        assertThat(answered.field("MSH", 4)).isEqualTo("EPIC^1.2.3^ISO");
        assertThat(feed.send(Feed.sample("a04").replace("MSG-a04", "x".repeat(501)))
                        .location())
                .isEqualTo("MSH^1^10^1");
    }

    @Test
    void an_event_that_is_only_in_evn_counts() {
        assertThat(feed.taken(Feed.sample("a04").replace("ADT^A04^ADT_A01", "ADT"))
                        .trigger())
                .isEqualTo(Trigger.A04);
    }

    @Test
    void who_leaves_out_the_processing_id_means_production() {
        var answered = feed.send(Feed.sample("a04").replace("|P|2.5.1", "||2.5.1"));

        assertThat(answered.verdict()).isEqualTo("AA");
        assertThat(answered.field("MSH", 10)).isEqualTo("P");
        assertThat(feed.send(Feed.sample("a04").replace("|P|2.5.1", "|T|2.5.1")).field("MSH", 10))
                .isEqualTo("T");
    }

    @Test
    void the_acknowledgement_is_addressed_back() {
        var answered = feed.send(Feed.sample("a04").getBytes(StandardCharsets.UTF_8));

        assertThat(answered.field("MSH", 2)).isEqualTo("ALONGSIDE");
        assertThat(answered.field("MSH", 4)).isEqualTo("EPIC");
        assertThat(answered.field("MSH", 8)).isEqualTo("ACK^A04^ACK");
        assertThat(answered.field("MSH", 11)).isEqualTo("2.5.1");
        assertThat(answered.field("MSA", 2)).isEqualTo("MSG-a04");
    }
}
