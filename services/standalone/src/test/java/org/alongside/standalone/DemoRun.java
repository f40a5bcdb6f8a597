package org.alongside.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.alongside.feeder.demo.Demo;
import org.alongside.feeder.platform.Addresses;
import org.awaitility.Awaitility;

/** One whole demo as its user starts it, left standing, for every check that needs one. */
final class DemoRun {

    private static DemoRun run;

    private final Path data;
    private final Process process;

    private DemoRun(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    static synchronized DemoRun get() throws IOException {
        if (run == null) {
            run = start();
        }
        return run;
    }

    private static DemoRun start() throws IOException {
        var data = Files.createTempDirectory("alongside-demo").resolve("data");
        var classPath = System.getProperty("java.class.path");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dalongside.standalone.class-path=" + classPath,
                        "-cp",
                        classPath,
                        Demo.class.getName(),
                        "--free-ports",
                        "--data",
                        data.toString()))
                .directory(new File("../.."))
                .redirectErrorStream(true)
                .redirectOutput(data.getParent().resolve("demo.out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        var demo = new DemoRun(data, process);
        Awaitility.await("the demo's summary")
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> demo.said().contains("End it with Ctrl-C") || !process.isAlive());
        return demo;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    /** Everything it printed so far. */
    String said() throws IOException {
        return Files.readString(data.getParent().resolve("demo.out"));
    }

    Path data() {
        return data;
    }

    Addresses addresses() {
        return Addresses.read(data);
    }
}
