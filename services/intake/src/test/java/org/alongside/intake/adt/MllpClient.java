package org.alongside.intake.adt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender that may behave as badly as the test wants. */
final class MllpClient implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    final Socket socket = new Socket();

    MllpClient(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
    }

    static byte[] framed(String message) {
        var frame = new ByteArrayOutputStream();
        frame.write(0x0B);
        frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        frame.write(0x1C);
        frame.write(0x0D);
        return frame.toByteArray();
    }

    void raw(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    String send(String message) throws IOException {
        raw(framed(message));
        return answer();
    }

    /** The next answer, or null when the server hung up. */
    String answer() throws IOException {
        var in = socket.getInputStream();
        var answer = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        if (b != 0x0B) {
            throw new AssertionError("An answer does not begin with a start block");
        }
        for (b = in.read(); b != 0x1C; b = in.read()) {
            answer.write(b);
        }
        if (in.read() != 0x0D) {
            throw new AssertionError("An answer does not end with a carriage return");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    boolean hungUp() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
