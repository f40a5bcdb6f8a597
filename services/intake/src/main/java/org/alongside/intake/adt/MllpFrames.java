package org.alongside.intake.adt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Messages out of a stream of bytes: start block 0x0B, content, end block 0x1C. What stands between frames is skipped,
 * and a start block inside a frame begins it anew, because the sender gave the first one up.
 */
final class MllpFrames {

    static final int START = 0x0B;
    static final int END = 0x1C;
    static final int CARRIAGE_RETURN = 0x0D;

    private static final Duration LINGERING = Duration.ofMillis(500);
    private static final int LARGEST_NOISE = 65_536;

    private final Socket socket;
    private final InputStream in;
    private final MllpSettings settings;
    private final byte[] arrived = new byte[16_384];
    private int from;
    private int to;

    MllpFrames(Socket socket, MllpSettings settings) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.settings = settings;
    }

    sealed interface Frame {
        record Whole(byte[] content) implements Frame {}

        /** @param beginning enough of it to say whose it was */
        record TooLarge(byte[] beginning) implements Frame {}

        /** Nothing more can be made of this connection. */
        record Over(Why why) implements Frame {}
    }

    enum Why {
        CLOSED,
        CUT_OFF,
        IDLE,
        TOO_SLOW,
        NOISE
    }

    /** Blocks until a frame is there, or none can come. */
    Frame next() throws IOException {
        int skipped = 0;
        try {
            do {
                if (nothingMore(System.nanoTime() + settings.idle().toNanos())) {
                    return new Frame.Over(Why.CLOSED);
                }
                if (skipped++ > LARGEST_NOISE) {
                    return new Frame.Over(Why.NOISE);
                }
            } while (arrived[from++] != START);
        } catch (SocketTimeoutException nothingSaid) {
            return new Frame.Over(Why.IDLE);
        }
        return inside();
    }

    private Frame inside() throws IOException {
        long until = System.nanoTime() + settings.frame().toNanos();
        int largest = Math.toIntExact(settings.largest().toBytes());
        var content = new ByteArrayOutputStream(2048);
        try {
            while (!nothingMore(until)) {
                int mark = mark();
                int length = mark - from;
                if (content.size() + length > largest) {
                    content.write(arrived, from, largest - content.size());
                    return new Frame.TooLarge(content.toByteArray());
                }
                content.write(arrived, from, length);
                from = Math.min(mark + 1, to);
                if (mark < to && arrived[mark] == END) {
                    return new Frame.Whole(content.toByteArray());
                }
                if (mark < to) {
                    content.reset();
                }
            }
        } catch (SocketTimeoutException slow) {
            return new Frame.Over(Why.TOO_SLOW);
        }
        return new Frame.Over(Why.CUT_OFF);
    }

    /** Where a block begins or ends among what has arrived, or the end of that. */
    private int mark() {
        int at = from;
        while (at < to && arrived[at] != START && arrived[at] != END) {
            at++;
        }
        return at;
    }

    /** Waits where all that has arrived was looked at. */
    private boolean nothingMore(long until) throws IOException {
        if (from < to) {
            return false;
        }
        long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        from = 0;
        to = Math.max(0, in.read(arrived));
        return to == 0;
    }

    /** Reads on for a moment, so that what was answered last is not lost to a reset while the sender still writes. */
    void drain() throws IOException {
        long until = System.nanoTime() + LINGERING.toNanos();
        var away = new byte[16_384];
        try {
            socket.setSoTimeout(Math.toIntExact(LINGERING.toMillis()));
            int read = in.read(away);
            while (read >= 0 && System.nanoTime() < until) {
                read = in.read(away);
            }
        } catch (SocketTimeoutException stillThere) {
            return;
        }
    }
}
