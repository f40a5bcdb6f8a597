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

    /** How the exit code of a process says that it ended by SIGKILL. */
    private static final int KILLED = 137;

    private final Process process;
    private final Path data;
    private final long began = System.nanoTime();
    private Duration timeToReady = Duration.ZERO;
    private boolean endedByUs;

    private StandaloneProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Returns when it is ready. */
    public static StandaloneProcess start(Path data, List<String> more) {
        var begun = begin(data, more);
        begun.awaitReady();
        return begun;
    }

    /** Returns at once, so that it can be ended before it is ready. Its output goes to {@code standalone.out} below {@code data}. */
    public static StandaloneProcess begin(Path data, List<String> more) {
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve("addresses.json"));
            var process = new ProcessBuilder(command(data, more))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("standalone.out").toFile()))
                    .start();
            return new StandaloneProcess(process, data);
        } catch (IOException e) {
            throw new UncheckedIOException("The standalone could not be started", e);
        }
    }

    /** @throws IllegalStateException when it has ended, or takes too long and is killed; the message says its last words */
    public void awaitReady() {
        while (!Files.exists(data.resolve("addresses.json"))) {
            boolean late = System.nanoTime() - began > LONGEST_START.toNanos();
            if (late || !process.isAlive()) {
                kill();
                throw new IllegalStateException("The standalone did not become ready; " + lastWords());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        timeToReady = Duration.ofNanos(System.nanoTime() - began);
    }

    /** The end of what it printed. */
    public String lastWords() {
        var file = data.resolve("standalone.out");
        try (Stream<String> lines = Files.lines(file)) {
            var all = lines.toList();
            return file + " ends with: " + String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("The standalone's output could not be read", e);
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
            command.addAll(List.of("-XX:AOTCache=" + prepared, "-Xlog:aot*=error"));
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
        return timeToReady;
    }

    /** True when it has ended by a SIGKILL that was not ours. */
    public boolean killedItself() {
        return !endedByUs && !process.isAlive() && process.exitValue() == KILLED;
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
        endedByUs = endedByUs || process.isAlive();
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
        endedByUs = endedByUs || process.isAlive();
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(20))) {
            kill();
        }
    }
}
