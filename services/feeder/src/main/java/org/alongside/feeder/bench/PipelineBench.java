package org.alongside.feeder.bench;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.platform.StandaloneProcess;

/**
 * Admissions a second from MLLP to offered and seated. Beside it, in the same run and in turns, the floor: what was written
 * and sent until the last of them was, by the bare drivers against the same store and broker, and nothing else.
 */
final class PipelineBench {

    private static final int CONNECTIONS = 8;
    /** So many that the compiler has seen what is measured; the first are half as fast. */
    private static final int WARMING_UP = 5;

    private static final int ROUNDS = 5;
    private static final double AIM = 2.5;

    private PipelineBench() {}

    static boolean run(List<String> arguments) throws Exception {
        int people = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.getFirst());
        try (var standalone = StandaloneProcess.start(
                        Files.createTempDirectory("alongside-pipeline"), List.of("--free-ports"));
                var arrivals = new Arrivals(standalone.addresses());
                var floor = new Floor(standalone.addresses());
                var sender = new MllpSender(
                        () -> new InetSocketAddress(
                                standalone.addresses().mllpHost(),
                                standalone.addresses().mllpPort()),
                        CONNECTIONS,
                        Patience.USUAL)) {
            var crowd = new Crowd(new Doors(standalone.addresses()::http, Patience.USUAL));
            var work = new WorkDone(standalone.addresses());
            crowd.open(people * (WARMING_UP + ROUNDS + 1));
            rounds(people, crowd, sender, arrivals, work, floor, WARMING_UP);
            System.out.println("Admissions from MLLP to offered and seated, " + people + " people a round, "
                    + CONNECTIONS + " connections");
            var counted = rounds(people, crowd, sender, arrivals, work, floor, ROUNDS);
            report(counted);
            delays(
                    people,
                    crowd,
                    sender,
                    arrivals,
                    work,
                    median(counted.stream().map(Round::rate).toList()) / 2);
            return true;
        }
    }

    private record Round(double rate, double floorRate, double writes, double sends) {

        double ratio() {
            return floorRate / rate;
        }
    }

    private static List<Round> rounds(
            int people, Crowd crowd, MllpSender sender, Arrivals arrivals, WorkDone work, Floor floor, int times)
            throws Exception {
        var rounds = new ArrayList<Round>();
        for (int n = 0; n < times; n++) {
            var those = crowd.prepared(people);
            var before = work.now();
            double seconds = arrivals.secondsFor(those, () -> crowd.admit(those, sender, 0, arrivals::left));
            var done = work.soFar().minus(before);
            work.now();
            double floorSeconds = floor.seconds(done);
            rounds.add(new Round(
                    people / seconds,
                    people / floorSeconds,
                    (double) done.allWrites() / people,
                    (double) done.sends() / people));
        }
        return rounds;
    }

    private static void report(List<Round> rounds) {
        print("platform", rounds.stream().map(Round::rate).toList(), "admissions/s");
        print("bare drivers", rounds.stream().map(Round::floorRate).toList(), "admissions/s");
        print("document writes", rounds.stream().map(Round::writes).toList(), "an admission");
        print("Kafka sends", rounds.stream().map(Round::sends).toList(), "an admission");
        var ratios = rounds.stream().map(Round::ratio).toList();
        print("ratio", ratios, "times the floor");
        System.out.printf("  aim of at most %.1f: %s%n", AIM, median(ratios) <= AIM ? "met" : "missed");
    }

    private static void delays(
            int people, Crowd crowd, MllpSender sender, Arrivals arrivals, WorkDone work, double rate)
            throws Exception {
        var those = crowd.prepared(people);
        work.now(); // what came before is done, so that nobody waits for it
        arrivals.secondsFor(those, () -> crowd.admit(those, sender, rate, arrivals::left));
        var delays = those.stream().map(arrivals::delayMillis).sorted().toList();
        System.out.printf(
                "  delay at half that rate (%.1f/s): p50 %.0f ms, p99 %.0f ms%n",
                rate, delays.get(delays.size() / 2), delays.get((int) (delays.size() * 0.99)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void print(String what, List<Double> values, String unit) {
        var sorted = values.stream().sorted().toList();
        System.out.printf(
                "  %-16s median %8.1f  (%.1f to %.1f) %s%n",
                what, median(values), sorted.getFirst(), sorted.getLast(), unit);
    }
}
