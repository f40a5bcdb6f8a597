package org.alongside.feeder.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.alongside.audit.Audit;
import org.alongside.feeder.Feeder;
import org.alongside.feeder.platform.StandaloneProcess;

/**
 * Kills the standalone with SIGKILL at seeded moments of a feed, each cut point among them, and starts it again on the same
 * data; the feeder goes on where it was acknowledged. At the end the books must balance.
 */
final class FaultCampaign {

    /** Where the process ends; the names are the standalone's {@code --kill-at}. */
    private enum Cut {
        AFTER_WRITE,
        BEFORE_SEND,
        AFTER_SEND,
        AFTER_ACK,
        BEFORE_OWED,
        BEFORE_SETTLED,
        AFTER_SETTLED,
        /** At any moment, from outside. */
        ANY_MOMENT;

        String name(int times) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + times;
        }
    }

    private static final Duration LONGEST_WITHOUT_CUT = Duration.ofSeconds(20);

    private final int kills;
    private final Random random;
    private final Path data;
    private final long seed;
    private final Map<Cut, Integer> done = new EnumMap<>(Cut.class);

    private FaultCampaign(int kills, long seed, Path data) {
        this.kills = kills;
        this.seed = seed;
        this.random = new Random(seed);
        this.data = data;
    }

    static boolean run(List<String> arguments) throws Exception {
        int kills = Integer.parseInt(option(arguments, "--kills", "56"));
        long seed = Long.parseLong(option(arguments, "--seed", "1"));
        return new FaultCampaign(kills, seed, Files.createTempDirectory("alongside-faults")).run();
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }

    private boolean run() throws Exception {
        System.out.println("Fault campaign: " + kills + " kills, seed " + seed + ", data in " + data);
        var feeder = (Process) null;
        try {
            for (int n = 0; n < kills; n++) {
                var cut = Cut.values()[n % Cut.values().length];
                feeder = oneKill(cut, feeder);
                System.out.printf("  kill %3d of %d, so far %s%n", n + 1, kills, done);
            }
            return settleAndAudit(feeder);
        } finally {
            if (feeder != null) {
                feeder.destroyForcibly();
            }
        }
    }

    /** Starts, lets the feed run until the cut, and makes sure that the process is gone. */
    private Process oneKill(Cut cut, Process running) throws IOException {
        var options = cut == Cut.ANY_MOMENT
                ? List.of("--free-ports")
                : List.of("--free-ports", "--kill-at", cut.name(1 + random.nextInt(12)));
        StandaloneProcess standalone;
        try {
            standalone = StandaloneProcess.start(data, options);
        } catch (IllegalStateException killedWhileStarting) {
            count(cut); // work left over from before reached the cut before everything was ready
            return running;
        }
        var feeder = running != null && running.isAlive() ? running : feeder();
        var patience = cut == Cut.ANY_MOMENT ? Duration.ofMillis(200 + random.nextInt(4_000)) : LONGEST_WITHOUT_CUT;
        boolean reached = standalone.awaitEnd(patience);
        standalone.kill();
        count(reached ? cut : Cut.ANY_MOMENT);
        return feeder;
    }

    /** A cut that the feed did not reach in time was a kill at any moment. */
    private void count(Cut cut) {
        done.merge(cut, 1, Integer::sum);
    }

    private Process feeder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Feeder.class.getName(),
                        "--data",
                        data.toString(),
                        "--people",
                        "40",
                        "--days",
                        "60",
                        "--seed",
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "feeder.out"))
                .start();
    }

    /** Lets the feed come to its end without faults, then counts. */
    private boolean settleAndAudit(Process running) throws Exception {
        try (var standalone = StandaloneProcess.start(data, List.of("--free-ports"))) {
            var feeder = running != null && running.isAlive() ? running : feeder();
            int ended = feeder.waitFor();
            var addresses = standalone.addresses();
            var findings = new Audit(addresses.kafka(), addresses.mongo(), data.resolve("ledger.jsonl")).run();
            boolean everyCut = done.keySet().containsAll(List.of(Cut.values()));
            System.out.println("Killed: " + done + (everyCut ? "" : "; not every cut point was reached"));
            System.out.println(findings.text());
            if (ended != 0) {
                System.out.println(
                        "The feeder did not come to its end; its words are in " + data.resolve("feeder.out"));
            }
            return ended == 0 && findings.allZero() && (everyCut || kills < Cut.values().length);
        }
    }
}
