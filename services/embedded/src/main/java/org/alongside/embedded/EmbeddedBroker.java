package org.alongside.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker and controller (KRaft) in this process, on disk. One broker has no second copy, so it flushes each
 * message before it acknowledges.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String NODE = "1";
    private static final String CLUSTER = "alongside-evaluation";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Formats the directory the first time, starts, and creates the topics of {@code topics} that are missing.
     *
     * @param port on loopback, or 0 for a free one
     */
    public static EmbeddedBroker open(Path directory, int port, Topics topics) {
        int broker = FreePorts.orFree(port);
        var settings = settings(directory, broker, FreePorts.besides(broker));
        format(directory);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        var started = new EmbeddedBroker(server, broker);
        topics.createMissing(started.bootstrapServers());
        return started;
    }

    private static Properties settings(Path directory, int broker, int controller) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + broker + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("log.flush.interval.messages", "1");
        settings.put("log.index.size.max.bytes", "262144"); // mapped into memory per partition, and the sample is small
        // held whether there is anything to clean or not, 128 MB if unsaid, and only the offsets are compacted
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // after a kill the broker would take itself for still registered for 9 s
        settings.put("broker.session.timeout.ms", "1500");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }

    private static void format(Path directory) {
        try (var silent = new PrintStream(OutputStream.nullOutputStream())) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(Integer.parseInt(NODE))
                    .setClusterId(CLUSTER)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The broker's directory could not be prepared", e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
