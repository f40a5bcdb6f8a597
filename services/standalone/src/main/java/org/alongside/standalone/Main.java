package org.alongside.standalone;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** {@code ./alongside up}: starts everything, says what listens where, and stays until it is told to end. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty(
                "org.springframework.boot.logging.LoggingSystem", "none"); // logback.xml here speaks for all siblings
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.setProperty(
                "alongside.log", options.data().resolve("standalone.log").toString());
        LoggerFactory.getILoggerFactory(); // here, before several threads ask for a logger at once
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // Tomcat speaks through java.util.logging
        SLF4JBridgeHandler.install();
        try {
            var standalone = Standalone.start(options, List.of());
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "ending"));
            say(standalone, options);
            new CountDownLatch(1).await();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.err.println("More is in " + options.data().resolve("standalone.log"));
            System.exit(1);
        }
    }

    private static void say(Standalone standalone, Options options) {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf("Alongside is ready after %.1f s.%n", millis / 1000.0);
        standalone.addresses().forEach((name, address) -> System.out.printf("  %-12s %s%n", name, address));
        System.out.println("Embedded here, for evaluation only: "
                + (options.kafka() == null ? "one Kafka broker without a second copy" : "no broker")
                + "; "
                + (options.mongo() == null ? "a document store without replicas or access control" : "no store")
                + ".");
        System.out.println("Data: " + options.data().toAbsolutePath() + " · log: "
                + options.data().resolve("standalone.log").toAbsolutePath());
        System.out.flush();
    }
}
