package org.alongside.feeder.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A running {@code ./alongside up} that we started, and that we end by its process id. */
public final class StandaloneProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Process process;
    private final Path data;
    private final Duration start;

    private StandaloneProcess(Process process, Path data, Duration start) {
        this.process = process;
        this.data = data;
        this.start = start;
    }

    /** Returns when it is ready. Its output goes to {@code standalone.out} below {@code data}. */
    public static StandaloneProcess start(Path data, List<String> more) {
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve("addresses.json"));
            var began = System.nanoTime();
            var process = new ProcessBuilder(command(data, more))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("standalone.out").toFile()))
                    .start();
            awaitReady(process, data, began);
            return new StandaloneProcess(process, data, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException("The standalone could not be started", e);
        }
    }

    private static void awaitReady(Process process, Path data, long began) throws IOException {
        while (!Files.exists(data.resolve("addresses.json"))) {
            boolean late = System.nanoTime() - began > LONGEST_START.toNanos();
            if (late || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException("The standalone did not become ready; " + data.resolve("standalone.out")
                        + " ends with: " + lastLines(data.resolve("standalone.out")));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String lastLines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size()));
        }
    }

    private static List<String> command(Path data, List<String> more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        var prepared = System.getProperty("alongside.standalone.aot"); // fits that class path alone
        if (prepared != null) {
            command.add("-XX:AOTCache=" + prepared);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("alongside.standalone.class-path"),
                "org.alongside.standalone.Main",
                "--data",
                data.toString()));
        command.addAll(more);
        return command;
    }

    public Addresses addresses() {
        return Addresses.read(data);
    }

    /** From the start of the process to ready. */
    public Duration timeToReady() {
        return start;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Resident memory in bytes, as the kernel counts it; 0 where there is no {@code /proc}. */
    public long residentBytes() {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** SIGKILL: nothing is flushed, nothing is said. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** True when it has ended within the time. */
    public boolean awaitEnd(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEnd() {
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(20))) {
            kill();
        }
    }
}
