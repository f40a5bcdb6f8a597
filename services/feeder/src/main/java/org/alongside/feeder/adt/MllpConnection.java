package org.alongside.feeder.adt;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One connection, one message at a time. After anything but an answer it is of no more use. */
final class MllpConnection implements AutoCloseable {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int CARRIAGE_RETURN = 0x0D;
    private static final int CONNECTING = 2_000;

    private final Socket socket;
    private final InputStream in;

    private MllpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static MllpConnection to(InetSocketAddress address, Duration answerWithin) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, CONNECTING);
            socket.setSoTimeout(Math.toIntExact(answerWithin.toMillis()));
            socket.setTcpNoDelay(true);
            return new MllpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** @throws IOException when no whole answer came; whether the message arrived is not known then */
    byte[] exchange(byte[] message) throws IOException {
        var frame = new ByteArrayOutputStream(message.length + 3);
        frame.write(START);
        frame.write(message);
        frame.write(END);
        frame.write(CARRIAGE_RETURN);
        socket.getOutputStream().write(frame.toByteArray());
        return answer();
    }

    private byte[] answer() throws IOException {
        var content = new ByteArrayOutputStream();
        for (int b = read(); b != START; b = read()) {
            // what stands before a frame is noise
        }
        for (int b = read(); b != END; b = read()) {
            content.write(b);
        }
        read();
        return content.toByteArray();
    }

    private int read() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("The connection ended before the acknowledgement");
        }
        return b;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it was of no more use anyway
        }
    }
}
