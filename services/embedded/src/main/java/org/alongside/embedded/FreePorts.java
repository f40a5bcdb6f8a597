package org.alongside.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports nobody listens on at the moment, for what must know its port before it starts. */
public final class FreePorts {

    private FreePorts() {}

    /** The port itself, or a free one when it is 0. */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /** A free one; nobody listens on the other yet, so it may be found free once more. */
    public static int besides(int other) {
        int port = free();
        return port == other ? besides(other) : port;
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
    }
}
