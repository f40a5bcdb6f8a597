package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.finding.Count.DOUBLED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.audit.world.Fact;
import org.junit.jupiter.api.Test;

class DoublingTest {

    private static final String CONSENT = "'consent':{'consentId':'c1','version':1}";

    @Test
    void the_same_record_delivered_again_is_legal_and_noted() {
        var tale = new Tale().admitted(ANN);
        tale.facts.add(again(tale.last(), tale.last().id(), tale.last().sequence()));
        assertThat(tale.audited().faults()).isEmpty();
        assertThat(tale.audited().notes()).containsEntry("records delivered again", 1L);
    }

    @Test
    void one_number_for_two_events_is_doubled() {
        var tale = new Tale().admitted(ANN);
        tale.facts.add(again(tale.last(), "another-id", tale.last().sequence()));
        assertDoubled(tale, "one-number-one-event");
    }

    @Test
    void one_id_for_two_numbers_is_doubled() {
        var tale = new Tale().admitted(ANN).tell("intake", ANN, "consent-granted", CONSENT);
        tale.tell("intake", ANN, "consent-revoked", "'consent':{'consentId':'c1'}");
        tale.facts.set(2, again(tale.facts.get(2), tale.facts.get(1).id(), 3));
        assertDoubled(tale, "one-id-one-event");
    }

    @Test
    void what_happens_once_and_is_told_again_under_another_number_is_doubled() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "consent-granted", CONSENT)
                .tell("intake", ANN, "consent-granted", CONSENT);
        assertDoubled(tale, "told-once");
    }

    @Test
    void a_seat_is_told_again_only_with_another_first_session_or_request() {
        var once = "'seatId':'s1','groupId':'friday','phase':'alumni','firstSessionAt':'%s'";
        var friday = once.formatted("2026-03-06T22:00:00Z");
        var saturday = once.formatted("2026-03-07T22:00:00Z");
        var moved = new Tale()
                .tell("groups", ANN, "seat-reserved", friday)
                .tell("groups", ANN, "seat-reserved", saturday)
                .tell("groups", ANN, "seat-reserved", friday);
        assertThat(moved.audited().faults()).isEmpty();
        assertDoubled(moved.tell("groups", ANN, "seat-reserved", friday), "told-once");
    }

    @Test
    void an_open_admission_admitted_again_is_doubled() {
        assertDoubled(new Tale().admitted(ANN).admitted(ANN), "admitted-once");
    }

    @Test
    void an_admission_after_its_cancellation_is_not() {
        var tale = new Tale()
                .admitted(ANN)
                .tell("intake", ANN, "admission-cancelled", "'admissionId':'" + ANN + "-a1'")
                .admitted(ANN)
                .adt("A04", ANN, "visit-1")
                .adt("A11", ANN, "visit-1")
                .adt("A04", ANN, "visit-1");
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void an_attended_day_is_no_second_admission() {
        var tale = new Tale().admitted(ANN).adt("A04", ANN, "visit-1").adt("A04", ANN, "visit-1");
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void a_discharge_that_is_corrected_is_told_again() {
        var tale = new Tale()
                .admitted(ANN)
                .discharged(ANN)
                .discharged(ANN)
                .adt("A04", ANN, "visit-1")
                .adt("A03", ANN, "visit-1")
                .adt("A03", ANN, "visit-1");
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void one_message_with_two_effects_is_doubled() {
        var tale = new Tale()
                .admitted(ANN)
                .discharged(ANN)
                .tell("intake", ANN, "admission-resumed", "'admissionId':'" + ANN + "-a1'")
                .adt("A04", ANN, "visit-1");
        assertDoubled(tale, "as-often");
    }

    @Test
    void an_offer_may_answer_each_request_of_the_hand_off_and_each_of_them_once() {
        var offer = "'offerId':'%1$s-o1','matchId':'%1$s-m1','mentorId':'mia','requestId':'%1$s-r1'".formatted(ANN);
        var tale = new Tale()
                .admitted(ANN)
                .proposed(ANN, 1, "mia")
                .tell("mentorship", ANN, "mentor-proposed", offer)
                .mentor("mia", 1, Tale.claim(ANN + "-m1", ANN));
        assertThat(tale.audited().faults()).isEmpty();
        assertDoubled(tale.tell("mentorship", ANN, "mentor-proposed", offer), "told-once");
    }

    @Test
    void one_contact_told_twice_is_doubled() {
        var contact = "'matchId':'%s-m1','at':'2026-03-02T15:00:00Z'".formatted(ANN);
        var tale = new Tale()
                .admitted(ANN)
                .proposed(ANN, 1, "mia")
                .assigned(ANN, 1, "mia")
                .tell("mentorship", ANN, "peer-contact-logged", contact)
                .tell("mentorship", ANN, "peer-contact-logged", contact)
                .acknowledged(Kind.CONTACT, ANN, null, Map.of("at", "2026-03-02T15:00:00Z"));
        assertDoubled(tale, "one-effect");
    }

    private static Fact again(Fact fact, String id, long sequence) {
        return new Fact(
                fact.service(),
                0,
                fact.offset() + 1,
                fact.key(),
                id,
                fact.type(),
                fact.schema(),
                fact.subject(),
                sequence,
                fact.time(),
                fact.data());
    }

    private static void assertDoubled(Tale tale, String rule) {
        assertThat(tale.audited().faults(DOUBLED)).extracting(Fault::rule).contains(rule);
    }

    @Test
    void a_command_that_may_be_told_again_is_not_counted() {
        var changed = "'mentorId':'mia','capacity':2";
        var tale = new Tale()
                .admitted(ANN)
                .tell("mentorship", "mia", "mentor/mia", "mentor-availability-changed", changed)
                .tell("mentorship", "mia", "mentor/mia", "mentor-availability-changed", changed)
                .mentor("mia", 2, "")
                .acknowledged(
                        Kind.COMMAND,
                        null,
                        "mia",
                        Map.of(
                                "event",
                                "mentor-availability-changed",
                                "lane",
                                "mia",
                                "field",
                                "mentorId",
                                "value",
                                "mia"));
        assertThat(tale.audited().faults()).isEmpty();
    }

    @Test
    void one_cancellation_of_a_session_told_twice_is_doubled() {
        var cancelled = "'groupId':'monday','startsAt':'2026-03-09T00:00:00Z'";
        var tale = new Tale()
                .admitted(ANN)
                .tell("groups", "monday", "group/monday", "session-cancelled", cancelled)
                .tell("groups", "monday", "group/monday", "session-cancelled", cancelled)
                .keep("groups", "groups", "monday", "{}")
                .acknowledged(
                        Kind.COMMAND,
                        null,
                        "monday",
                        Map.of(
                                "event", "session-cancelled",
                                "lane", "monday",
                                "field", "startsAt",
                                "value", "2026-03-09T00:00:00Z",
                                "once", "true"));
        assertDoubled(tale, "one-effect");
    }
}
