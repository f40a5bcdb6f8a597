package org.alongside.feeder.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentreTimeTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(10));

    @TempDir
    Path data;

    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    private HttpServer platform;

    @BeforeEach
    void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/clock", exchange -> {
            boolean moves = exchange.getRequestURI().getPath().equals("/clock/advance");
            var now = moves ? clock.updateAndGet(time -> time.plus(Plan.STEP)) : clock.get();
            var answer = (moves ? "{\"rule\":\"not-at-rest\"}" : "{\"now\":\"" + now + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(moves ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void close() {
        platform.stop(0);
    }

    @Test
    void a_platform_that_never_comes_to_rest_is_a_fault_and_is_not_moved_twice() {
        var address = URI.create("http://localhost:" + platform.getAddress().getPort());
        try (var book = Playing.book(data.resolve("ledger.jsonl"))) {
            var doing = new Doing(book);
            new CentreTime(new Doors(service -> address, SHORT), doing, SHORT).halfADayAhead(1, START);
            assertThat(doing.faults()).containsEntry("clock not-at-rest", 1);
        }
        assertThat(clock.get()).isEqualTo(START.plus(Plan.STEP));
    }
}
