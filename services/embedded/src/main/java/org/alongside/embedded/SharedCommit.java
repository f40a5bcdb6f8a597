package org.alongside.embedded;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One commit for everybody who waits for one: those who come while it runs share the next. It never falls into the
 * middle of a write, because a write is several steps in the store and half of it must not be kept.
 */
final class SharedCommit {

    private final Runnable commit;
    private final ReadWriteLock writes = new ReentrantReadWriteLock();
    private final Object lock = new Object();
    private long asked;
    private long done;
    private boolean running;

    SharedCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Until {@link #written} no commit begins. Writes go on beside one another. */
    void writing() {
        writes.readLock().lock();
        synchronized (lock) {
            asked++;
        }
    }

    /** Returns when the write is durable. */
    void written() {
        writes.readLock().unlock();
        settled();
    }

    /** Returns when everything that was written, or begun, before this call is durable. */
    void settled() {
        synchronized (lock) {
            long mine = asked;
            while (running && done < mine) {
                waitForTheOther();
            }
            if (done >= mine) {
                return;
            }
            running = true;
        }
        try {
            betweenWrites(this::commitAll);
        } finally {
            synchronized (lock) {
                running = false;
                lock.notifyAll();
            }
        }
    }

    void betweenWrites(Runnable action) {
        writes.writeLock().lock();
        try {
            action.run();
        } finally {
            writes.writeLock().unlock();
        }
    }

    private void commitAll() {
        long all;
        synchronized (lock) {
            all = asked;
        }
        commit.run();
        synchronized (lock) {
            done = all;
        }
    }

    private void waitForTheOther() {
        try {
            lock.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the write was durable", e);
        }
    }
}
