package org.alongside.feeder.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How long somebody who gets no answer asks again.
 *
 * @param all in total
 * @param between two attempts
 */
public record Patience(Duration all, Duration between) {

    public static final Patience USUAL = new Patience(Duration.ofMinutes(3), Duration.ofMillis(100));

    /** Something that may not be answered. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Nobody answered for too long. */
    public static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost(Throwable last) {
            super("Alongside did not answer for too long: " + last.getClass().getSimpleName(), last);
        }
    }

    /** @throws Lost when it ends without an answer */
    public <T> T until(Attempt<T> attempt) {
        long end = System.nanoTime() + all.toNanos();
        while (true) {
            try {
                return attempt.make();
            } catch (IOException | UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw new Lost(e);
                }
                LockSupport.parkNanos(between.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for an answer", e);
            }
        }
    }
}
