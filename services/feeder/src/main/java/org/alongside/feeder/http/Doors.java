package org.alongside.feeder.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services' HTTP doors, by name. Whoever gets no answer, or 503, asks again with the same Idempotency-Key until the
 * patience ends.
 */
public final class Doors {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(150);
    private static final int PAGE = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Function<String, URI> where;
    private final Patience patience;

    /** @param where a service listens, by its short name; asked at every attempt */
    public Doors(Function<String, URI> where, Patience patience) {
        this.where = where;
        this.patience = patience;
    }

    public Reply get(String service, String path) {
        return ask(service, path, "GET", null, null);
    }

    /**
     * Everything a list has, page by page.
     *
     * @param id of a row, from which the next page goes on where the answer does not say how
     */
    public List<JsonNode> all(String service, String path, Function<JsonNode, String> id) {
        var rows = new ArrayList<JsonNode>();
        var after = "";
        while (true) {
            var separator = path.contains("?") ? "&" : "?";
            var from = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
            var page = get(service, path + separator + "limit=" + PAGE + from);
            rows.addAll(page.rows());
            if (page.rows().size() < PAGE) {
                return rows;
            }
            after = page.body().path("next").asString(id.apply(rows.getLast()));
        }
    }

    public Reply post(String service, String path, String key, @Nullable Object body) {
        return ask(service, path, "POST", key, body);
    }

    public Reply put(String service, String path, String key, Object body) {
        return ask(service, path, "PUT", key, body);
    }

    /** Asked once only, for what is not the same when it is asked twice. */
    public Optional<Reply> tryPost(String service, String path) {
        try {
            return Optional.of(send(request(service, path, "POST", null, null)));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Reply ask(String service, String path, String method, @Nullable String key, @Nullable Object body) {
        return patience.until(() -> {
            var reply = send(request(service, path, method, key, body));
            if (reply.status() == 503) {
                throw new IOException("not available now");
            }
            return reply;
        });
    }

    private HttpRequest request(
            String service, String path, String method, @Nullable String key, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(where.apply(service) + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : json(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), read(response.body()));
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static JsonNode read(String text) {
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }
}
