package org.alongside.feeder.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Several people at work at once. */
final class Together {

    private static final Semaphore HANDS = new Semaphore(8);

    private Together() {}

    /** Returns when all are done; the first failure is thrown then. */
    static <T> void each(Collection<T> of, Consumer<T> work) {
        if (of.size() <= 1) {
            of.forEach(work);
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var one : of) {
                running.add(threads.submit(() -> withHands(() -> work.accept(one))));
            }
            for (var task : running) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at work", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private static void withHands(Runnable work) {
        HANDS.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            HANDS.release();
        }
    }
}
