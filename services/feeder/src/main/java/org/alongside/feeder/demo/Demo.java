package org.alongside.feeder.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.alongside.audit.Audit;
import org.alongside.audit.AuditSettings;
import org.alongside.feeder.Feeder;
import org.alongside.feeder.FeederProcess;
import org.alongside.feeder.Options;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.platform.Addresses;
import org.alongside.feeder.platform.StandaloneProcess;

/**
 * {@code ./alongside demo}: everything on fresh data, the sample centre over its days, the summary and the audit. Stays up
 * until it is ended, unless {@code --exit}. Ends with 1 when a count is not zero, too few hand-offs are secured, or the
 * feeder failed.
 */
public final class Demo {

    /** A Monday morning at the centre, in the weeks in which its clocks change. */
    private static final String FIRST_MORNING = "2026-03-02T12:00:00Z";

    private static final Path CONTRACTS = Path.of("contracts", "events");

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var rest = new ArrayList<>(List.of(arguments));
        boolean exit = rest.remove("--exit");
        boolean freePorts = rest.remove("--free-ports");
        Options options;
        FreshData ours;
        try {
            options = Options.of(rest, Path.of("data", "demo").toString());
            ours = FreshData.in(options.data());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (ours) {
            System.exit(run(options, freePorts, exit) ? 0 : 1);
        }
    }

    private static boolean run(Options options, boolean freePorts, boolean exit)
            throws IOException, InterruptedException {
        var more = new ArrayList<>(List.of("--start-at", FIRST_MORNING));
        if (freePorts) {
            more.add("--free-ports");
        }
        System.out.println("Starting Alongside: four services, a broker and a store, in one process …");
        var platform = StandaloneProcess.begin(options.data(), more);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "ending-the-platform"));
        try {
            platform.awaitReady();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return false;
        }
        System.out.printf(
                "Ready after %.1f s. Everything below happens to invented people.%n",
                platform.timeToReady().toMillis() / 1000.0);
        boolean fed = feed(options);
        var summary = summary(options, platform.addresses());
        Files.writeString(options.data().resolve("summary.json"), summary.json());
        System.out.print(summary.text());
        System.out.println();
        if (!fed) {
            System.out.println("The feeder did not come to its end as it should; see above.");
        }
        if (!exit) {
            WhereToLook.print(platform.addresses(), options.data());
            new CountDownLatch(1).await();
        }
        return fed && summary.good();
    }

    private static boolean feed(Options options) {
        System.out.printf(
                "%d people, %d days, seed %d, as ADT over MLLP and as staff over HTTP%n",
                options.people(), options.days(), options.seed());
        try (var feeder = FeederProcess.start(options)) {
            var hook = new Thread(feeder::close, "ending-the-feeder");
            Runtime.getRuntime().addShutdownHook(hook);
            var progress = new Progress();
            boolean well = feeder.follow(progress::show);
            progress.end();
            return well;
        }
    }

    private static Summary summary(Options options, Addresses addresses) {
        var doors = new Doors(addresses::http, Patience.USUAL);
        var settings = AuditSettings.of(
                addresses.kafka(),
                addresses.mongo(),
                options.data().resolve(Feeder.LEDGER),
                Files.isDirectory(CONTRACTS) ? CONTRACTS : null);
        var findings = new Audit(settings).run();
        return Summary.of(doors, Speed.readFrom(addresses.kafka()), findings);
    }
}
