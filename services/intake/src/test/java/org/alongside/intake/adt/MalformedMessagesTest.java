package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.junit.jupiter.api.Test;

class MalformedMessagesTest {

    private static final int MESSAGES = 3_000;
    private static final long SEED = 42;

    private final Feed feed = new Feed();

    @Test
    void each_is_answered_with_segment_and_field_and_changes_nothing() {
        var random = new Random(SEED);
        for (int n = 0; n < MESSAGES; n++) {
            var message = Malformed.message(random);
            var answered = feed.send(message);

            assertThat(answered.verdict()).as(message).isIn("AE", "AR");
            assertWellFormed(answered);
            assertThat(answered.text()).as(message).doesNotContain("Quenneville", "4711^", "V-1001", "5550177");
        }
        assertThat(feed.applied).isEmpty();
        assertThat(feed.kept(State.APPLIED)).isEmpty();
        assertThat(feed.kept(State.UNAPPLIED)).isEmpty();
        assertThat(feed.kept(State.REFUSED)).isNotEmpty();
    }

    @Test
    void scrambled_bytes_are_answered_and_only_what_was_applied_counts_as_applied() {
        var random = new Random(SEED);
        for (int n = 0; n < MESSAGES; n++) {
            int before = feed.applied.size();
            var answered = feed.send(Malformed.scrambled(random));

            assertWellFormed(answered);
            assertThat(answered.answer().outcome()).isNotEqualTo(Answer.Outcome.TRY_AGAIN);
            assertThat(feed.applied.size() > before).isEqualTo(answered.answer().outcome() == Answer.Outcome.APPLIED);
        }
        assertThat(feed.kept(State.UNAPPLIED)).isEmpty();
        assertThat(feed.kept(State.APPLIED)).hasSize(feed.applied.size());
    }

    private static void assertWellFormed(Feed.Answered answered) {
        var ack = Er7Message.of(answered.text(), StandardCharsets.UTF_8);
        var verdict = ack.required(FieldPath.of("MSA-1"));
        assertThat(verdict).isIn("AA", "AE", "AR");
        assertThat(ack.required(FieldPath.of("MSH-9"))).isEqualTo("ACK");
        assertThat(ack.required(FieldPath.of("MSH-10"))).isNotBlank();
        if (!verdict.equals("AA")) {
            assertThat(ack.required(FieldPath.of("ERR-2.1"))).matches("[A-Z][A-Z0-9]{2}");
            assertThat(ack.required(FieldPath.of("ERR-2.3"))).matches("[0-9]+");
            assertThat(ack.required(FieldPath.of("ERR-3"))).matches("[0-9]{3}");
            assertThat(ack.required(FieldPath.of("ERR-4"))).isEqualTo("E");
            assertThat(ack.required(FieldPath.of("ERR-5"))).matches("[a-z-]+");
        }
    }
}
