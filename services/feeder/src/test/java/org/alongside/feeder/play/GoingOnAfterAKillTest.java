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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged before the kill is not sent again; what was to follow from it still does. */
class GoingOnAfterAKillTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(10));

    @TempDir
    Path data;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer platform;
    private Doors doors;
    private Book book;

    @BeforeEach
    void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var answer = (path.equals("/tasks") ? "[]" : "{\"patientId\":\"p\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
        var address = URI.create("http://localhost:" + platform.getAddress().getPort());
        doors = new Doors(service -> address, SHORT);
        book = Playing.book(data.resolve("ledger.jsonl"));
    }

    @AfterEach
    void close() {
        book.close();
        platform.stop(0);
    }

    @Test
    void whose_an_acknowledged_message_was_is_asked() {
        var plan = Plan.of(1, 1, 20, START);
        var first = plan.sendings().stream()
                .filter(sending -> sending.ours() && !sending.again())
                .findFirst()
                .orElseThrow();
        plan.sendings().forEach(sending -> book.acknowledged(Deed.of(Kind.ADT, sending.key(), null, sending.visit())));
        var nowhere = new MllpSender(() -> new InetSocketAddress("localhost", 1), 1, SHORT);
        new Registration(plan, nowhere, new Doing(book), new Faces(plan, doors, book)).work(new Moment(0, START));
        assertThat(book.find(first.key()).map(Entry::patient)).contains("p");
    }

    @Test
    void the_peer_of_somebody_who_declined_is_set_free() {
        book.acknowledged(new Deed(Kind.CLOSURE, "closure:t1", "p", "t1", Map.of("outcome", "declined")));
        book.acknowledged(new Deed(Kind.CLOSURE, "closure:t2", "q", "t2", Map.of("outcome", "reached")));
        var plan = Plan.of(1, 1, 20, START);
        new Coordinators(doors, new Doing(book), plan.chance()).work(new Moment(1, START));
        assertThat(asked).contains("/mentees/p/match/end").doesNotContain("/mentees/q/match/end");
    }
}
