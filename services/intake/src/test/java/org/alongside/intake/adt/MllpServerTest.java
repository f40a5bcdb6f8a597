package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MllpServerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final Feed feed = new Feed();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MllpServer server;

    private MllpClient connect(int connections, Duration idle, Duration frame) throws IOException {
        var settings = new MllpSettings(0, "127.0.0.1", connections, idle, frame, DataSize.ofKilobytes(16));
        server = new MllpServer(settings, feed.receiving, new AdtMetrics(meters));
        server.start();
        return new MllpClient(server.port());
    }

    private MllpClient connect() throws IOException {
        return connect(16, LONG, LONG);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private double ended(String why) {
        var counter = meters.find("alongside.intake.mllp.ended").tag("why", why).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void a_message_is_answered_and_counted() throws IOException {
        try (var sender = connect()) {
            assertThat(sender.send(Feed.sample("a04"))).contains("MSA|AA|MSG-a04");
        }
        assertThat(meters.get("alongside.intake.adt.messages")
                        .tags("trigger", "A04", "outcome", "applied")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("alongside.intake.adt.acknowledged").timer().count())
                .isEqualTo(1);
    }

    @Test
    void several_messages_in_one_packet_are_answered_in_order() throws IOException {
        var packet = new ByteArrayOutputStream();
        for (var trigger : Malformed.TRIGGERS) {
            packet.writeBytes(MllpClient.framed(Feed.sample(trigger)));
        }
        try (var sender = connect()) {
            sender.raw(packet.toByteArray());
            for (var trigger : Malformed.TRIGGERS) {
                assertThat(sender.answer()).contains("MSA|AA|MSG-" + trigger);
            }
        }
        assertThat(feed.applied)
                .extracting(m -> m.trigger().name().toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(Malformed.TRIGGERS);
    }

    @Test
    void a_message_may_arrive_byte_by_byte() throws IOException {
        try (var sender = connect()) {
            for (byte b : MllpClient.framed(Feed.sample("a04"))) {
                sender.raw(b);
            }
            assertThat(sender.answer()).contains("MSA|AA|MSG-a04");
        }
    }

    @Test
    void garbage_between_frames_is_skipped() throws IOException {
        try (var sender = connect()) {
            sender.raw("GET / HTTP/1.1\r\n\r\n".getBytes());
            sender.raw((byte) 0x1C, (byte) 0x0D, (byte) 0x0D);
            assertThat(sender.send(Feed.sample("a04"))).contains("MSA|AA|MSG-a04");
            sender.raw(new byte[1000]);
            assertThat(sender.send(Feed.sample("a16"))).contains("MSA|AA|MSG-a16");
        }
    }

    @Test
    void nothing_but_garbage_is_hung_up_on() throws IOException {
        try (var sender = connect()) {
            sender.raw(new byte[70_000]);
            assertThat(sender.hungUp()).isTrue();
        }
        assertThat(ended("noise")).isEqualTo(1);
    }

    @Test
    void a_start_block_inside_a_frame_begins_it_anew() throws IOException {
        try (var sender = connect()) {
            sender.raw((byte) 0x0B);
            sender.raw(Feed.sample("a03").substring(0, 200).getBytes());
            assertThat(sender.send(Feed.sample("a04"))).contains("MSA|AA|MSG-a04");
        }
        assertThat(feed.applied).hasSize(1);
    }

    @Test
    void an_empty_frame_is_refused_and_the_next_one_taken() throws IOException {
        try (var sender = connect()) {
            assertThat(sender.send("")).contains("MSA|AR|").contains("ERR||MSH^1^1^1|100");
            assertThat(sender.send(Feed.sample("a04"))).contains("MSA|AA|");
        }
    }

    @Test
    void a_frame_that_is_too_large_is_refused_by_name_and_hung_up_on() throws IOException {
        try (var sender = connect()) {
            sender.raw(MllpClient.framed(Feed.sample("a04") + "NTE|1||" + "x".repeat(100_000)));
            assertThat(sender.answer()).contains("MSA|AR|MSG-a04").contains("|too-large|");
            assertThat(sender.hungUp()).isTrue();
        }
        assertThat(feed.applied).isEmpty();
    }

    @Test
    void a_sender_that_says_nothing_is_hung_up_on() throws IOException {
        try (var sender = connect(4, SHORT, LONG)) {
            assertThat(sender.hungUp()).isTrue();
        }
        assertThat(ended("idle")).isEqualTo(1);
    }

    @Test
    void a_sender_that_never_ends_its_frame_is_hung_up_on() throws IOException {
        try (var sender = connect(4, LONG, SHORT)) {
            sender.raw((byte) 0x0B, (byte) 'M');
            assertThat(sender.hungUp()).isTrue();
        }
        assertThat(ended("too-slow")).isEqualTo(1);
    }

    @Test
    void one_connection_too_many_is_closed_and_the_others_go_on() throws IOException {
        try (var first = connect(2, LONG, LONG);
                var second = new MllpClient(server.port())) {
            assertThat(first.send(Feed.sample("a04"))).contains("MSA|AA|");
            assertThat(second.send(Feed.sample("a16"))).contains("MSA|AA|");
            try (var third = new MllpClient(server.port())) {
                assertThat(third.hungUp()).isTrue();
            }
            assertThat(first.send(Feed.sample("a03"))).contains("MSA|AA|");
        }
        await().until(() ->
                meters.get("alongside.intake.mllp.connections").gauge().value() == 0);
        try (var again = new MllpClient(server.port())) {
            assertThat(again.send(Feed.sample("a13"))).contains("MSA|AA|");
        }
    }

    @Test
    void a_connection_that_breaks_within_a_frame_leaves_nothing_behind() throws IOException {
        try (var sender = connect()) {
            sender.raw((byte) 0x0B);
            sender.raw(Feed.sample("a04").getBytes());
            sender.socket.setSoLinger(true, 0);
        }
        await().until(() -> ended("reset") + ended("cut-off") == 1);
        assertThat(feed.applied).isEmpty();
        try (var next = new MllpClient(server.port())) {
            assertThat(next.send(Feed.sample("a04"))).contains("MSA|AA|");
        }
    }

    @Test
    void stopping_lets_the_message_in_hand_be_answered() throws Exception {
        var applying = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var takes = feed.visits;
        feed.visits = message -> {
            applying.countDown();
            awaitUninterruptibly(mayGoOn);
            return takes.apply(message);
        };
        try (var sender = connect()) {
            sender.raw(MllpClient.framed(Feed.sample("a04")));
            assertThat(applying.await(20, TimeUnit.SECONDS)).isTrue();
            var stopped = CompletableFuture.runAsync(server::stop);
            await().until(() -> server.port() == -1);
            mayGoOn.countDown();
            assertThat(sender.answer()).contains("MSA|AA|MSG-a04");
            assertThat(sender.hungUp()).isTrue();
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
