package org.alongside.standalone;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which port everything listens on: the usual ones, or free ones that are chosen once and kept with the data, so that
 * whoever was connected finds everything again after a restart.
 */
final class Ports {

    private static final Map<String, Integer> USUAL = usual();
    /** Below the range that systems give to outgoing connections, so that nobody takes one while we are down. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;

    private final Properties ports;

    private Ports(Properties ports) {
        this.ports = ports;
    }

    private static Map<String, Integer> usual() {
        var usual = new LinkedHashMap<String, Integer>();
        usual.put("control", 8080);
        usual.put("intake", 8081);
        usual.put("mentorship", 8082);
        usual.put("groups", 8083);
        usual.put("continuum", 8084);
        usual.put("mllp", 2575);
        usual.put("kafka", 9092);
        usual.put("mongo", 27017);
        return usual;
    }

    static Ports of(Options options) {
        var ports = new Properties();
        try {
            var file = options.data().resolve("ports");
            if (!options.freePorts()) {
                USUAL.forEach((name, port) -> ports.setProperty(name, Integer.toString(port)));
            } else if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    ports.load(in);
                }
            } else {
                USUAL.keySet().forEach(name -> ports.setProperty(name, Integer.toString(free(ports))));
                keep(file, ports);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    private static void keep(Path file, Properties ports) throws IOException {
        var text = new StringWriter();
        ports.store(text, null);
        WholeFile.write(file, text.toString());
    }

    private static int free(Properties taken) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!taken.containsValue(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    int of(String name) {
        return Integer.parseInt(ports.getProperty(name));
    }

    /**
     * Looks at those that are opened here: a broker or store that was given listens on its own.
     *
     * @throws IllegalStateException with a sentence that says which port is taken and what to do
     */
    void refuseTaken(Options options) {
        USUAL.keySet().stream()
                .filter(name -> !(name.equals("kafka") && options.kafka() != null))
                .filter(name -> !(name.equals("mongo") && options.mongo() != null))
                .filter(name -> !isFree(of(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("Port " + of(name) + " (" + name
                            + ") is taken by another process. End it, or start with --free-ports and another --data.");
                });
    }
}
