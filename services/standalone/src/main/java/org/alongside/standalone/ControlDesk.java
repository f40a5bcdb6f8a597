package org.alongside.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.alongside.eventing.web.Refused;

/**
 * Where the standalone itself is asked and told: {@code GET /addresses}, {@code GET /clock}, {@code GET /quiet} and
 * {@code POST /clock/advance?by=PT6H}. It exists here only; no service can be moved in time.
 */
final class ControlDesk implements AutoCloseable {

    private final HttpServer server;

    private ControlDesk(HttpServer server) {
        this.server = server;
    }

    static ControlDesk open(int port, Time time, Map<String, String> addresses) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/addresses", exchange -> answer(exchange, "GET", () -> addresses));
        server.createContext(
                "/clock",
                exchange ->
                        answer(exchange, "GET", () -> Map.of("now", time.now().toString())));
        server.createContext("/quiet", exchange -> answer(exchange, "GET", time::reading));
        server.createContext(
                "/clock/advance",
                exchange -> answer(
                        exchange,
                        "POST",
                        () -> Map.of(
                                "now",
                                time.advance(step(exchange.getRequestURI().getQuery()))
                                        .toString())));
        server.start();
        return new ControlDesk(server);
    }

    private static Duration step(String query) {
        try {
            return Duration.parse(query == null ? "" : query.replaceFirst("^by=", ""));
        } catch (DateTimeException e) {
            throw Refused.invalid("clock-step", "by", "A duration such as PT6H is wanted.");
        }
    }

    private interface Answer {
        Object get();
    }

    private static void answer(HttpExchange exchange, String method, Answer answer) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals(method)) {
                answer(exchange, answer);
            } else {
                send(exchange, 405, problem(405, "method-not-allowed", "Only " + method + " is served here."));
            }
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try {
            send(exchange, 200, answer.get());
        } catch (Refused refused) {
            int status = refused.status().value();
            send(exchange, status, problem(status, refused.rule(), refused.detail()));
        } catch (RuntimeException e) {
            send(exchange, 500, problem(500, "internal-fault", e.getClass().getSimpleName()));
        }
    }

    private static Map<String, Object> problem(int status, String rule, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:alongside:rule:" + rule);
        problem.put("title", rule);
        problem.put("status", status);
        problem.put("rule", rule);
        problem.put("detail", detail);
        return problem;
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.of(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
