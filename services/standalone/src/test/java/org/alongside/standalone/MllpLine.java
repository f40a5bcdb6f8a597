package org.alongside.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Sends any bytes as a message and reads the acknowledgement; a line that the server ends is opened anew. */
final class MllpLine implements AutoCloseable {

    private static final int PATIENCE = 15_000;
    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** @param address host and port */
    MllpLine(String address) {
        host = address.substring(0, address.indexOf(':'));
        port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** The acknowledgement, or nothing when the server ended the line instead. */
    String send(byte[] message) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(0x0B);
        frame.write(message);
        frame.write(0x1C);
        frame.write(0x0D);
        return sendRaw(frame.toByteArray());
    }

    String sendRaw(byte[] bytes) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            socket.setSoTimeout(PATIENCE);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(bytes);
            return answer(in);
        } catch (EOFException | java.net.SocketException ended) {
            close();
            return "";
        }
    }

    private static String answer(@Nullable InputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        for (int b = read(in); b != 0x1C; b = read(in)) {
            if (b != 0x0B) {
                content.write(b);
            }
        }
        read(in);
        return content.toString(ISO_8859_1);
    }

    private static int read(@Nullable InputStream in) throws IOException {
        int b = in == null ? -1 : in.read();
        if (b < 0) {
            throw new EOFException("The line ended before the acknowledgement");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
