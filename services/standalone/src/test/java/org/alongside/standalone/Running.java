package org.alongside.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** A platform in this process for one test class, and a plain client of it. */
final class Running implements AutoCloseable {

    static final Instant FIRST_MORNING = Instant.parse("2026-03-02T12:00:00Z");

    private final Standalone standalone;
    private final HttpClient client = HttpClient.newHttpClient();

    private Running(Standalone standalone) {
        this.standalone = standalone;
    }

    static Running on(Path data) {
        return on(data, List.of());
    }

    static Running on(Path data, List<ApplicationContextInitializer<GenericApplicationContext>> more) {
        return with(Options.in(data).startingAt(FIRST_MORNING), more);
    }

    static Running with(Options options, List<ApplicationContextInitializer<GenericApplicationContext>> more) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        return new Running(Standalone.start(options, more));
    }

    Standalone standalone() {
        return standalone;
    }

    String address(String name) {
        return standalone.addresses().get(name);
    }

    HttpResponse<String> get(String service, String path) {
        return send(HttpRequest.newBuilder(URI.create(address(service) + path)));
    }

    HttpResponse<String> send(String service, String method, String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(address(service) + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        standalone.close();
    }
}
