package org.alongside.feeder.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.alongside.feeder.platform.Addresses;

/** How many documents the services have written and records they have sent, by their own metrics, once they are at rest. */
final class WorkDone {

    private static final List<String> SERVICES = List.of("intake", "mentorship", "groups", "continuum");
    private static final List<String> WRITES =
            List.of("command=\"update\"", "command=\"insert\"", "command=\"delete\"");

    private final Addresses addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    WorkDone(Addresses addresses) {
        this.addresses = addresses;
    }

    record Amount(long writes, long sends) {

        Amount minus(Amount before) {
            return new Amount(writes - before.writes(), sends - before.sends());
        }
    }

    /** Waits until two readings in a row are the same. */
    Amount now() throws IOException, InterruptedException {
        var last = read();
        while (true) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            var next = read();
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
    }

    private Amount read() throws IOException, InterruptedException {
        long writes = 0;
        long sends = 0;
        for (var service : SERVICES) {
            var request = HttpRequest.newBuilder(addresses.http(service).resolve("/actuator/prometheus"))
                    .build();
            var lines = client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
            writes += sum(
                    lines,
                    line -> line.startsWith("mongodb_driver_commands_seconds_count")
                            && WRITES.stream().anyMatch(line::contains));
            sends += sum(lines, line -> line.startsWith("alongside_relay_sent_total"));
        }
        return new Amount(writes, sends);
    }

    private static long sum(List<String> lines, Predicate<String> which) {
        return (long) lines.stream()
                .filter(which)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
