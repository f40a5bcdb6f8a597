package org.alongside.intake.adt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens for the feed. Starts after everything that applies a message, and stops before it. */
public final class MllpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MllpServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BACKLOG = 128;

    private final MllpSettings settings;
    private final ReceivingMessages receiving;
    private final AdtMetrics metrics;
    private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listening;

    MllpServer(MllpSettings settings, ReceivingMessages receiving, AdtMetrics metrics) {
        this.settings = settings;
        this.receiving = receiving;
        this.metrics = metrics;
        metrics.connections(connections);
    }

    /** The port that is really listened on, which differs from the configured one where that is 0; -1 when stopped. */
    public int port() {
        var socket = listening;
        return socket == null ? -1 : socket.getLocalPort();
    }

    @Override
    public void start() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()), BACKLOG);
            listening = socket;
            Thread.ofVirtual().name("mllp-accepting").start(() -> accept(socket));
            log.info("Listening for ADT over MLLP on {}:{}", settings.address(), port());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot listen for MLLP on " + settings.address() + ":" + settings.port(), e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    log.warn(
                            "A connection could not be accepted: {}",
                            e.getClass().getSimpleName());
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        if (connections.size() >= settings.connections()) {
            metrics.connectionEnded("too-many");
            socket.close();
            return;
        }
        var connection = new MllpConnection(socket, settings, receiving, metrics);
        connections.add(connection);
        Thread.ofVirtual().name("mllp-", 0).start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
    }

    /** What is being applied is still answered; what was not answered the sender repeats. */
    @Override
    public void stop() {
        var socket = listening;
        listening = null;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyClosed) {
            log.debug("The listening socket was closed already");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        connections.forEach(c -> c.end(Duration.ofNanos(Math.max(1, until - System.nanoTime()))));
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}
