package org.alongside.embedded;

/** One commit for everybody who waits for one: those who come while it runs share the next. */
final class SharedCommit {

    private final Runnable commit;
    private final Object lock = new Object();
    private long asked;
    private long done;
    private boolean running;

    SharedCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Returns when a commit that began after this call has ended. */
    void await() {
        long mine;
        synchronized (lock) {
            mine = ++asked;
            while (running && done < mine) {
                waitForTheOther();
            }
            if (done >= mine) {
                return;
            }
            running = true;
            mine = asked;
        }
        boolean committed = false;
        try {
            commit.run();
            committed = true;
        } finally {
            synchronized (lock) {
                running = false;
                if (committed) {
                    done = Math.max(done, mine);
                }
                lock.notifyAll();
            }
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
