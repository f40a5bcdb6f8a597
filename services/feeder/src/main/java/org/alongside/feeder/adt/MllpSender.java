package org.alongside.feeder.adt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.alongside.feeder.http.Patience;

/**
 * Sends over several connections and waits for each answer. Without one, or told to try again, it sends the very same bytes
 * anew on a fresh connection, until its patience ends.
 */
public final class MllpSender implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Supplier<InetSocketAddress> where;
    private final Patience patience;
    private final Semaphore lines;
    private final BlockingDeque<MllpConnection> idle = new LinkedBlockingDeque<>();

    /** @param where asked before every connection, because a platform that was started again may listen elsewhere */
    public MllpSender(Supplier<InetSocketAddress> where, int connections, Patience patience) {
        this.where = where;
        this.patience = patience;
        this.lines = new Semaphore(connections);
    }

    /** @throws Patience.Lost when nobody answered for too long */
    public Verdict send(AdtMessage message) {
        lines.acquireUninterruptibly();
        try {
            return patience.until(() -> {
                var verdict =
                        Verdict.of(exchange(message.bytes()), message.ehr().charset());
                if (verdict.passing()) {
                    throw new IOException("not taken now");
                }
                return verdict;
            });
        } finally {
            lines.release();
        }
    }

    private byte[] exchange(byte[] message) throws IOException {
        var open = idle.pollFirst();
        var connection = open == null ? MllpConnection.to(where.get(), ANSWER_WITHIN) : open;
        boolean answered = false;
        try {
            var answer = connection.exchange(message);
            answered = true;
            return answer;
        } finally {
            if (answered) {
                idle.addFirst(connection);
            } else {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        idle.forEach(MllpConnection::close);
    }
}
