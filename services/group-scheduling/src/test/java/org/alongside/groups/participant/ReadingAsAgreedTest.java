package org.alongside.groups.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.contracts.ReaderRecords;
import org.junit.jupiter.api.Test;

class ReadingAsAgreedTest {

    @Test
    void the_contracts_say_exactly_what_is_read() {
        assertThat(ReaderRecords.differences(
                        "groups", "intake", new HearingIntake(null).listener().reads()))
                .isEmpty();
        assertThat(ReaderRecords.differences(
                        "groups",
                        "continuum",
                        new HearingContinuum(null).listener().reads()))
                .isEmpty();
    }
}
