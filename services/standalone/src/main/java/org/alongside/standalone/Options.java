package org.alongside.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the standalone is started with.
 *
 * @param data where everything is kept between starts
 * @param centre a folder with the centre's own {@code <service>.yml}, or null for the sample centre
 * @param freePorts take free ports instead of the usual ones; they stand in {@code addresses.json} below {@code data}
 * @param kafka a broker to use instead of the embedded one
 * @param mongo a store to use instead of the embedded one, with what its URI may say; each service has its own database there
 * @param startAt where the centre's clock stands at the very first start, or null for real time
 * @param killAt a cut point and which time it is reached, such as {@code after-send:37}; for fault campaigns
 */
public record Options(
        Path data,
        @Nullable Path centre,
        boolean freePorts,
        @Nullable String kafka,
        @Nullable String mongo,
        @Nullable Instant startAt,
        @Nullable String killAt) {

    private static final Set<String> VALUES =
            Set.of("--data", "--centre", "--kafka", "--mongo", "--start-at", "--kill-at");

    /** @throws IllegalArgumentException with a sentence for the user */
    static Options of(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int n = 0; n < arguments.size(); n++) {
            var name = arguments.get(n);
            if (name.equals("--free-ports")) {
                given.put(name, "");
            } else if (VALUES.contains(name) && n + 1 < arguments.size()) {
                given.put(name, arguments.get(++n));
            } else {
                throw new IllegalArgumentException("I do not know what to do with '" + name
                        + "'. There are --free-ports and, each with a value, "
                        + String.join(", ", VALUES.stream().sorted().toList()) + ".");
            }
        }
        var centre = given.get("--centre");
        return new Options(
                Path.of(given.getOrDefault("--data", "data")),
                centre == null ? null : Path.of(centre),
                given.containsKey("--free-ports"),
                given.get("--kafka"),
                uri(given.get("--mongo")),
                instant(given.get("--start-at")),
                given.get("--kill-at"));
    }

    /** The sentence does not quote it: there may be a password in it. */
    private static @Nullable String uri(@Nullable String given) {
        try {
            return given == null ? null : new ConnectionString(given).getConnectionString();
        } catch (IllegalArgumentException | MongoException e) {
            throw new IllegalArgumentException(
                    "--mongo wants a URI such as mongodb://127.0.0.1:27017/?replicaSet=rs0.");
        }
    }

    private static @Nullable Instant instant(@Nullable String given) {
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--start-at wants an instant such as 2026-03-02T12:00:00Z, not '" + given + "'.");
        }
    }

    static Options in(Path data) {
        return new Options(data, null, true, null, null, null, null);
    }

    Options startingAt(Instant instant) {
        return new Options(data, centre, freePorts, kafka, mongo, instant, killAt);
    }
}
