package org.alongside.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class RefusedDueWorkTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Sweeps.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final TestSpace space = new TestSpace(Clock.systemUTC());

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    /** Staff are told of parked lanes elsewhere; nobody hears of another rule that stands in the way. */
    @ParameterizedTest
    @CsvSource({"lane-parked, DEBUG", "outbox-full, WARN"})
    void is_a_warning_unless_a_parked_lane_is_why(String rule, String level) {
        try (var relay = new OutboxRelay(
                space.store(),
                envelope -> CompletableFuture.completedFuture(null),
                new Envelopes("things"),
                new OwedWorks(List::of, Traces.NONE, () -> true),
                CutPoints.NONE,
                new SimpleMeterRegistry(),
                1_000)) {
            var refusing = new Sweeps(
                    space.space(),
                    relay,
                    Clock.systemUTC(),
                    List::of,
                    () -> List.of(() -> {
                        throw Refused.conflict(rule, "No.");
                    }),
                    () -> true,
                    Duration.ofMinutes(1));
            refusing.run();
        }
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).hasToString(level);
            assertThat(event.getFormattedMessage()).endsWith(rule);
        });
    }
}
