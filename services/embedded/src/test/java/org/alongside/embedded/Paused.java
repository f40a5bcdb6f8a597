package org.alongside.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Threads that are where a test wants them before it goes on. */
final class Paused {

    private Paused() {}

    /** Returns when the new thread waits for something, or has ended because there was nothing to wait for. */
    static Thread run(Runnable action) {
        var thread = Thread.ofPlatform().daemon().start(action);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
        return thread;
    }

    static void at(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while paused", e);
        }
    }
}
