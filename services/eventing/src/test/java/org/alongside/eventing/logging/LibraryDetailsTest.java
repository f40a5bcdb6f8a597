package org.alongside.eventing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class LibraryDetailsTest {

    private final LoggerContext context = new LoggerContext();

    private FilterReply reply(String logger, Level level) {
        return new LibraryDetails().decide(null, context.getLogger(logger), level, "{}", null, null);
    }

    @Test
    void a_library_says_nothing_below_info() {
        assertThat(reply("org.apache.coyote.http11.Http11InputBuffer", Level.DEBUG))
                .isEqualTo(FilterReply.DENY);
        assertThat(reply("org.mongodb.driver.protocol.command", Level.TRACE)).isEqualTo(FilterReply.DENY);
        assertThat(reply("org.mongodb.driver.cluster", Level.INFO)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void our_own_loggers_may_be_turned_up() {
        assertThat(reply("org.alongside.intake.adt.MllpServer", Level.DEBUG)).isEqualTo(FilterReply.NEUTRAL);
    }
}
