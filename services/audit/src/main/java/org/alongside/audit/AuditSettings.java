package org.alongside.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an audit looks at.
 *
 * @param kafka bootstrap servers
 * @param mongo a connection string; the databases are {@code alongside-<short name>}
 * @param ledger a feeder's ledger, or null when there is none
 * @param json where the findings go as JSON, or null
 * @param contracts the directory of the event schemas ({@code contracts/events}), or null to leave payloads unvalidated
 * @param patience how long to wait until all is quiet
 * @param emptyOk an empty world is no error
 */
public record AuditSettings(
        String kafka,
        String mongo,
        @Nullable Path ledger,
        @Nullable Path json,
        @Nullable Path contracts,
        Duration patience,
        boolean emptyOk) {

    static final String USAGE =
            "Usage: org.alongside.audit.Audit --kafka HOST:PORT --mongo URI [--ledger FILE] [--json FILE]"
                    + " [--contracts DIR] [--patience SECONDS] [--empty-ok]";
    private static final List<String> NAMES =
            List.of("--kafka", "--mongo", "--ledger", "--json", "--contracts", "--patience");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static AuditSettings of(String kafka, String mongo, @Nullable Path ledger, @Nullable Path contracts) {
        return new AuditSettings(kafka, mongo, ledger, null, contracts, PATIENCE, false);
    }

    static AuditSettings of(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        boolean emptyOk = false;
        for (int i = 0; i < arguments.size(); i++) {
            var name = arguments.get(i);
            if (name.equals("--empty-ok")) {
                emptyOk = true;
            } else if (NAMES.contains(name) && i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException("Not understood: " + name);
            }
        }
        if (!given.containsKey("--kafka") || !given.containsKey("--mongo")) {
            throw new IllegalArgumentException("--kafka and --mongo are needed");
        }
        return new AuditSettings(
                given.get("--kafka"),
                given.get("--mongo"),
                path(given.get("--ledger")),
                path(given.get("--json")),
                path(given.get("--contracts")),
                given.containsKey("--patience")
                        ? Duration.ofSeconds(Long.parseLong(given.get("--patience")))
                        : PATIENCE,
                emptyOk);
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
