package org.alongside.feeder.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.alongside.feeder.platform.DataDirectory;
import org.alongside.feeder.platform.StandaloneProcess;

/** Time to ready and resident memory of the standalone, on empty data and again on the same data. */
final class StartBench {

    private static final int RUNS = 3;
    private static final double MEGA = 1_000_000.0;

    private StartBench() {}

    static boolean run() throws IOException {
        var first = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (int n = 0; n < RUNS; n++) {
            var data = Files.createTempDirectory("alongside-start"); // stays, with the log, when a start fails
            try (var empty = StandaloneProcess.start(data, List.of("--free-ports"))) {
                first.add(empty.timeToReady().toMillis() / 1000.0);
                memory.add(empty.residentBytes() / MEGA);
            }
            try (var kept = StandaloneProcess.start(data, List.of("--free-ports"))) {
                again.add(kept.timeToReady().toMillis() / 1000.0);
            }
            DataDirectory.remove(data);
        }
        System.out.println("Standalone: four services, broker and store in one process, " + RUNS + " runs");
        print("time to ready, empty data", first, "s (aim: below 12)");
        print("time to ready, same data", again, "s");
        print("resident memory when ready", memory, "MB (aim: below 800)");
        return true;
    }

    private static void print(String what, List<Double> values, String unit) {
        var sorted = values.stream().sorted().toList();
        System.out.printf(
                "  %-28s median %7.1f  (%.1f to %.1f) %s%n",
                what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast(), unit);
    }
}
