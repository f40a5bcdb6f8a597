package org.alongside.intake.adt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.alongside.intake.adt.MllpFrames.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sender's connection. Its messages are answered one after the other, in the order they came. */
final class MllpConnection implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(MllpConnection.class);

    private final Socket socket;
    private final MllpSettings settings;
    private final ReceivingMessages receiving;
    private final AdtMetrics metrics;
    private final ReentrantLock answering = new ReentrantLock();
    private volatile boolean ending;

    MllpConnection(Socket socket, MllpSettings settings, ReceivingMessages receiving, AdtMetrics metrics) {
        this.socket = socket;
        this.settings = settings;
        this.receiving = receiving;
        this.metrics = metrics;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var frames = new MllpFrames(socket, settings);
            boolean open = true;
            while (open && !ending) {
                open = answered(frames.next());
            }
            socket.shutdownOutput();
            frames.drain();
        } catch (IOException gone) { // the sender repeats what it has no answer to
            metrics.connectionEnded("reset");
        }
    }

    private boolean answered(Frame frame) throws IOException {
        return switch (frame) {
            case Frame.Whole(var content) -> answer(() -> receiving.receive(content));
            case Frame.TooLarge(var beginning) -> {
                answer(() -> receiving.tooLarge(beginning));
                metrics.connectionEnded("too-large");
                yield false;
            }
            case Frame.Over(var why) -> {
                metrics.connectionEnded(why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                yield false;
            }
        };
    }

    private boolean answer(Supplier<Answer> receive) throws IOException {
        answering.lock();
        try {
            var answer = metrics.timed("mllp", receive);
            var framed = new ByteArrayOutputStream(answer.message().length + 3);
            framed.write(MllpFrames.START);
            framed.writeBytes(answer.message());
            framed.write(MllpFrames.END);
            framed.write(MllpFrames.CARRIAGE_RETURN);
            socket.getOutputStream().write(framed.toByteArray());
            socket.getOutputStream().flush();
            return true;
        } finally {
            answering.unlock();
        }
    }

    /** Lets the message that is being applied be answered, then hangs up. */
    void end(Duration patience) {
        ending = true;
        try {
            boolean quiet = answering.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            socket.close();
            if (quiet) {
                answering.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyGone) {
            log.debug("A connection was gone before it was closed");
        }
    }
}
