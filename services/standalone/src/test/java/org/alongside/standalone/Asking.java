package org.alongside.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running platform over HTTP and keeps every answer. */
final class Asking {

    static final String JSON = "application/json";
    static final String HL7 = "application/hl7-v2";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Running platform;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    Asking(Running platform) {
        this.platform = platform;
    }

    /** @param asked service, method and path */
    record Answer(String asked, String service, int status, Map<String, List<String>> headers, String body) {

        boolean taken() {
            return status < 300;
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JacksonException e) {
                return MAPPER.nullNode();
            }
        }

        String rule() {
            return json().path("rule").asString("");
        }

        String field() {
            return json().path("field").asString("");
        }

        /** Whether this is what everybody who is refused gets. */
        boolean isProblem() {
            return status >= 400
                    && status < 500
                    && headers.getOrDefault("content-type", List.of(""))
                            .getFirst()
                            .startsWith("application/problem+json")
                    && !rule().isEmpty();
        }

        @Override
        public String toString() {
            return asked + " -> " + status + " " + (body.length() > 300 ? body.substring(0, 300) : body);
        }
    }

    Answer ask(
            String service,
            String method,
            String path,
            @Nullable String type,
            byte @Nullable [] body,
            String... headers) {
        var request = HttpRequest.newBuilder(URI.create(platform.address(service) + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var kept = new Answer(
                    service + " " + method + " " + path,
                    service,
                    answer.statusCode(),
                    answer.headers().map(),
                    answer.body());
            answers.add(kept);
            return kept;
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + service + " " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    Answer get(String service, String path) {
        return ask(service, "GET", path, null, null);
    }

    Answer json(String service, String method, String path, @Nullable Object body, String... headers) {
        return body == null
                ? ask(service, method, path, null, null, headers)
                : ask(service, method, path, JSON, MAPPER.writeValueAsBytes(body), headers);
    }

    Answer hl7(byte[] message) {
        return ask("intake", "POST", "/adt", HL7, message);
    }

    /** Bytes as they are, and whatever comes back; nothing when the other side ended it. */
    String raw(String service, String text) {
        var address = platform.address(service);
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(utf8(text));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    List<Answer> answers() {
        return answers;
    }

    List<Answer> refusals() {
        return answers.stream().filter(answer -> answer.status() >= 400).toList();
    }
}
