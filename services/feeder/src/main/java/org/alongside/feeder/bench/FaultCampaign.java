package org.alongside.feeder.bench;

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
import org.alongside.feeder.FeederProcess;
import org.alongside.feeder.Options;
import org.alongside.feeder.platform.DataDirectory;
import org.alongside.feeder.platform.StandaloneProcess;
import org.jspecify.annotations.Nullable;

/**
 * Kills the standalone with SIGKILL at seeded moments of a feed, each cut point among them, and starts it again on the same
 * data; the feeder goes on where it was acknowledged. At the end the books must balance.
 */
final class FaultCampaign {

    /** Where the process ends; the names are the standalone's {@code --kill-at}. */
    enum Cut {
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

    private static final int PEOPLE = 40;
    private static final int DAYS = 60;
    private static final Duration LONGEST_WITHOUT_CUT = Duration.ofSeconds(20);

    private final int kills;
    private final Random random;
    private final Path data;
    private final long seed;
    private final Map<Cut, Integer> done = new EnumMap<>(Cut.class);
    private @Nullable FeederProcess feeder;

    FaultCampaign(int kills, long seed, Path data) {
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

    boolean run() throws Exception {
        System.out.println("Fault campaign: " + kills + " kills, seed " + seed + ", data in " + data);
        boolean good = false;
        try {
            for (int n = 0; n < kills; n++) {
                oneKill(Cut.values()[n % Cut.values().length]);
                System.out.printf("  kill %3d of %d, so far %s%n", n + 1, kills, done);
            }
            good = settleAndAudit();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        } finally {
            if (feeder != null) {
                feeder.close();
            }
        }
        if (good) {
            DataDirectory.remove(data);
        } else {
            System.out.println("The data is kept in " + data);
        }
        return good;
    }

    /**
     * Starts, lets the feed run until the cut, and makes sure that the process is gone.
     *
     * @throws IllegalStateException when it ended in any way but by the cut
     */
    private void oneKill(Cut cut) {
        var options = cut == Cut.ANY_MOMENT
                ? List.of("--free-ports")
                : List.of("--free-ports", "--kill-at", cut.name(1 + random.nextInt(12)));
        var standalone = StandaloneProcess.begin(data, options);
        try {
            standalone.awaitReady();
        } catch (IllegalStateException notReady) {
            if (cut == Cut.ANY_MOMENT || !standalone.killedItself()) {
                throw notReady;
            }
            count(cut); // work left over from before reached the cut before everything was ready
            return;
        }
        keepFeeding();
        var patience = cut == Cut.ANY_MOMENT ? Duration.ofMillis(200 + random.nextInt(4_000)) : LONGEST_WITHOUT_CUT;
        boolean ended = standalone.awaitEnd(patience);
        if (ended && (cut == Cut.ANY_MOMENT || !standalone.killedItself())) {
            throw new IllegalStateException("The standalone ended by itself; " + standalone.lastWords());
        }
        standalone.kill();
        count(ended ? cut : Cut.ANY_MOMENT);
    }

    /** What was killed where. */
    Map<Cut, Integer> done() {
        return done;
    }

    /** A cut that the feed did not reach in time was a kill at any moment. */
    private void count(Cut cut) {
        done.merge(cut, 1, Integer::sum);
    }

    /** One that has come to its end is followed by another, which finds everything settled; none may have complained. */
    private FeederProcess keepFeeding() {
        var feeding = feeder;
        if (feeding == null || !feeding.isAlive()) {
            if (feeding != null && !feeding.endedWell()) {
                throw new IllegalStateException("A feeder did not come to its end; its words are in " + words());
            }
            feeding = FeederProcess.start(new Options(data, PEOPLE, DAYS, seed), words());
            feeder = feeding;
        }
        return feeding;
    }

    private Path words() {
        return data.resolve("feeder.out");
    }

    /** Lets the feed come to its end without faults, then counts. */
    private boolean settleAndAudit() {
        try (var standalone = StandaloneProcess.start(data, List.of("--free-ports"))) {
            boolean fed = keepFeeding().endedWell();
            var addresses = standalone.addresses();
            var findings = new Audit(addresses.kafka(), addresses.mongo(), data.resolve(Feeder.LEDGER)).run();
            boolean everyCut = done.keySet().containsAll(List.of(Cut.values()));
            System.out.println("Killed: " + done + (everyCut ? "" : "; not every cut point was reached"));
            System.out.println(findings.text());
            if (!fed) {
                System.out.println("The feeder did not come to its end; its words are in " + words());
            }
            return fed && findings.allZero() && (everyCut || kills < Cut.values().length);
        }
    }
}
