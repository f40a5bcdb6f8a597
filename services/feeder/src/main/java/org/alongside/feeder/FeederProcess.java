package org.alongside.feeder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The feeder as a process beside us, ended by its id. */
public final class FeederProcess implements AutoCloseable {

    private final Process process;

    private FeederProcess(Process process) {
        this.process = process;
    }

    /** What it prints is for {@link #follow}. */
    public static FeederProcess start(Options options) {
        return start(options, ProcessBuilder.Redirect.PIPE);
    }

    /** What it prints goes to the end of the file. */
    public static FeederProcess start(Options options, Path output) {
        return start(options, ProcessBuilder.Redirect.appendTo(output.toFile()));
    }

    private static FeederProcess start(Options options, ProcessBuilder.Redirect output) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Feeder.class.getName()));
        command.addAll(options.arguments());
        try {
            return new FeederProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The feeder could not be started", e);
        }
    }

    /** Passes on what it prints until it ends; true when it ended well. */
    public boolean follow(Consumer<String> line) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var text = out.readLine(); text != null; text = out.readLine()) {
                line.accept(text);
            }
            return endedWell();
        } catch (IOException e) {
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; true when it came to it by itself and had nothing to complain of. */
    public boolean endedWell() {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
