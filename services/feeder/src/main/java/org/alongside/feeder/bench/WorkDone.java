package org.alongside.feeder.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.alongside.feeder.platform.Addresses;

/** How many documents the services have written and records they have sent, by their own metrics, once they are at rest. */
final class WorkDone {

    private static final List<String> SERVICES = List.of("intake", "mentorship", "groups", "continuum");
    private static final Pattern WRITTEN = Pattern.compile(
            "mongodb_driver_commands_seconds_count\\{.*"
                    + "collection=\"(?<collection>[^\"]*)\",command=\"(?:update|insert|delete)\",database=\"(?<database>[^\"]*)\".* (?<count>[0-9.E]+)");
    private static final Pattern SENT = Pattern.compile("alongside_relay_sent_total.* (?<count>[0-9.E]+)");

    private final Addresses addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    WorkDone(Addresses addresses) {
        this.addresses = addresses;
    }

    record Where(String database, String collection) implements Comparable<Where> {

        @Override
        public int compareTo(Where other) {
            return toString().compareTo(other.toString());
        }
    }

    record Amount(Map<Where, Long> writes, long sends) {

        Amount minus(Amount before) {
            var more = new TreeMap<>(writes);
            before.writes().forEach((where, count) -> more.merge(where, -count, Long::sum));
            more.values().removeIf(count -> count == 0);
            return new Amount(more, sends - before.sends());
        }

        long allWrites() {
            return writes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Waits until two readings in a row are the same. */
    Amount now() throws IOException, InterruptedException {
        var last = soFar();
        while (true) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            var next = soFar();
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
    }

    /** What is done at this moment, whatever is still under way. */
    Amount soFar() throws IOException, InterruptedException {
        var writes = new TreeMap<Where, Long>();
        long sends = 0;
        for (var service : SERVICES) {
            var request = HttpRequest.newBuilder(addresses.http(service).resolve("/actuator/prometheus"))
                    .build();
            var lines = client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
            for (var line : lines) {
                var written = WRITTEN.matcher(line);
                if (written.matches()) {
                    writes.merge(
                            new Where(written.group("database"), written.group("collection")),
                            (long) Double.parseDouble(written.group("count")),
                            Long::sum);
                }
                var sent = SENT.matcher(line);
                sends += sent.matches() ? (long) Double.parseDouble(sent.group("count")) : 0;
            }
        }
        return new Amount(writes, sends);
    }
}
