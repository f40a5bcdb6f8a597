package org.alongside.feeder.adt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.plan.Plan;
import org.junit.jupiter.api.Test;

class SendingAgainTest {

    private static final AdtMessage MESSAGE = Plan.of(1, 5, 20, Instant.parse("2026-03-02T12:00:00Z"))
            .sendings()
            .getFirst()
            .message();
    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(5));

    /** What the other side does with each frame that arrives. */
    private enum Turn {
        RESET,
        STORE_UNAVAILABLE,
        NOT_YET_APPLIED,
        ACCEPT,
        REFUSE
    }

    @Test
    void the_same_bytes_are_sent_again_after_a_reset_and_after_try_again() throws IOException {
        try (var receiver = new Receiver(Turn.RESET, Turn.STORE_UNAVAILABLE, Turn.NOT_YET_APPLIED, Turn.ACCEPT);
                var sender = new MllpSender(receiver::address, 2, SHORT)) {
            assertThat(sender.send(MESSAGE).accepted()).isTrue();
            assertThat(receiver.heard).hasSize(4).containsOnly(MESSAGE.text());
        }
    }

    @Test
    void a_refusal_is_an_answer() throws IOException {
        try (var receiver = new Receiver(Turn.REFUSE);
                var sender = new MllpSender(receiver::address, 2, SHORT)) {
            assertThat(sender.send(MESSAGE))
                    .isEqualTo(new Verdict("AE", "unknown-code", "PV1-10: The code is not in the table."));
            assertThat(receiver.heard).hasSize(1);
        }
    }

    @Test
    void nobody_there_is_an_error_in_the_end() throws IOException {
        int gone;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = socket.getLocalPort();
        }
        var impatient = new Patience(Duration.ofMillis(50), Duration.ofMillis(5));
        try (var sender =
                new MllpSender(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), gone), 1, impatient)) {
            assertThatThrownBy(() -> sender.send(MESSAGE)).isInstanceOf(Patience.Lost.class);
        }
    }

    private static final class Receiver implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Queue<Turn> turns;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Receiver(Turn... turns) throws IOException {
            this.turns = new ArrayDeque<>(Arrays.asList(turns));
            Thread.startVirtualThread(this::serve);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) server.getLocalSocketAddress();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    boolean more = true;
                    while (more) {
                        more = answer(socket);
                    }
                } catch (IOException e) {
                    continue;
                }
            }
        }

        private boolean answer(Socket socket) throws IOException {
            var in = socket.getInputStream();
            var frame = new StringBuilder();
            for (int b = in.read(); b != 0x1C; b = in.read()) {
                if (b < 0) {
                    return false;
                }
                if (b != 0x0B && !(frame.isEmpty() && b == '\r')) {
                    frame.append((char) b);
                }
            }
            heard.add(frame.toString());
            var turn = turns.poll();
            if (turn == null || turn == Turn.RESET) {
                socket.setSoLinger(true, 0);
                return false;
            }
            var msa = switch (turn) {
                case ACCEPT -> "MSA|AA|1";
                case STORE_UNAVAILABLE -> "MSA|AE|1|MSH-10: Not now.\rERR||MSH^1^10^1|207^^HL70357|E|store-unavailable";
                case NOT_YET_APPLIED -> "MSA|AE|1|MSH-10: Not now.\rERR||MSH^1^10^1|207^^HL70357|E|not-yet-applied";
                default ->
                    "MSA|AE|1|PV1-10: The code is not in the table.\rERR||PV1^1^10^1|103^^HL70357|E|unknown-code";
            };
            var text = "\u000bMSH|^~\\&|A|B|C|D|||ACK|1|P|2.5.1\r" + msa + "\r\u001c\r";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
