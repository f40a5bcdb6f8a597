package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.intake.adt.Answer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would take the parser minutes, or all memory, is refused before it is parsed. */
class LimitingSegmentsTest {

    private final Feed feed = new Feed();

    @ParameterizedTest
    @CsvSource({
        "Quenneville, &, PID^1^5^1",
        "Quenneville, ^, PID^1^5^1",
        "5550177, ~, PID^1^13^1",
        "MSG-a04, ^, MSH^1^10^1",
        "OUT, ~&, PV1^1^18^1"
    })
    void a_field_of_nothing_but_separators_is_named(String value, String separators, String location) {
        var answered = feed.send(Feed.sample("a04").replace(value, separators.repeat(20_000)));

        assertThat(answered.verdict()).isEqualTo("AE");
        assertThat(answered.rule()).isEqualTo("too-long");
        assertThat(answered.location()).isEqualTo(location);
        assertThat(feed.applied).isEmpty();
    }

    @Test
    void the_separators_that_count_are_those_of_the_sender() {
        var other = Feed.sample("a04").replace('&', '!').replace("Quenneville", "!".repeat(20_000));

        assertThat(feed.send(other).rule()).isEqualTo("too-long");
        assertThat(feed.send(Feed.sample("a04").replace('&', '!').replace("Quenneville", "&".repeat(400)))
                        .verdict())
                .isEqualTo("AA");
    }

    @Test
    void hundreds_of_repetitions_are_ordinary() {
        var message = Feed.sample("a04").replace("5550177^PRN^PH~", "5550177^PRN^PH^^^^^^^^x~".repeat(300));

        assertThat(feed.taken(message).demographics())
                .isNotNull()
                .satisfies(somebody -> assertThat(somebody.email()).isEqualTo("aurelie@example.org"));
    }

    @Test
    void a_segment_that_nobody_asks_for_may_be_of_any_length() {
        var notes = "NTE|1||" + "a line & another ~ ".repeat(20_000) + "\rOBX|" + "^&~|".repeat(20_000) + "\r";

        assertThat(feed.send(Feed.sample("a04") + notes).answer().outcome()).isEqualTo(Outcome.APPLIED);
    }
}
