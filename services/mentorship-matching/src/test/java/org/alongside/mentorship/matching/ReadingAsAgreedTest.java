package org.alongside.mentorship.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.contracts.ReaderRecords;
import org.junit.jupiter.api.Test;

class ReadingAsAgreedTest {

    @Test
    void the_contracts_say_exactly_what_is_read() {
        assertThat(ReaderRecords.differences(
                        "mentorship", "intake", new Listening().intake(null).reads()))
                .isEmpty();
        assertThat(ReaderRecords.differences(
                        "mentorship",
                        "continuum",
                        new Listening().continuum(null).reads()))
                .isEmpty();
    }
}
