package org.alongside.groups.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.alongside.contracts.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsOfReleaseTest {

    private final Contracts contracts = Contracts.load();

    private boolean agreed(String reason) {
        var told = """
                {"patientId":"%1$s","centreId":"harbour","admissionId":"%1$s-a1","seatId":"%1$s-s1","groupId":"tuesday",
                 "phase":"iop","reason":"%2$s","endedAt":"2026-05-12T09:00:00Z"}
                """.formatted(World.ANN, reason);
        return contracts.violations("groups", "seat-released", "1.0.0", told).isEmpty();
    }

    static Stream<String> reasons() {
        return Stream.concat(
                SeatingRule.ALL.stream().map(SeatingRule::name),
                Stream.of(LeavingReason.values()).map(LeavingReason::code));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void a_rule_that_is_broken_and_what_staff_may_say_are_agreed(String reason) {
        assertThat(agreed(reason)).isTrue();
    }

    @Test
    void anybody_s_own_words_are_not() {
        assertThat(agreed("relapsed-with-a-friend")).isFalse();
    }
}
