package org.alongside.groups.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Processes of which exactly one runs at a time, for one store operation; any of them may die before the next. */
final class Stage {

    private static final ThreadLocal<@Nullable Process> CURRENT = new ThreadLocal<>();

    private final Random random;
    private final List<Process> running = new ArrayList<>();

    Stage(Random random) {
        this.random = random;
    }

    static void step() {
        var process = CURRENT.get();
        if (process != null) {
            process.pause();
        }
    }

    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final class Process {
        private final Semaphore mayGo = new Semaphore(0);
        private final Semaphore stands = new Semaphore(0);
        private volatile boolean dies;
        private volatile boolean done;
        private volatile @Nullable Throwable failure;

        private void pause() {
            stands.release();
            mayGo.acquireUninterruptibly();
            if (dies) {
                throw new Died();
            }
        }

        private void run(Runnable work, Runnable whenDone) {
            CURRENT.set(this);
            mayGo.acquireUninterruptibly();
            try {
                work.run();
                whenDone.run();
            } catch (Died died) {
                // nothing is left of it but what it wrote
            } catch (Throwable e) {
                failure = e;
            }
            done = true;
            stands.release();
        }

        private void go() {
            mayGo.release();
            stands.acquireUninterruptibly();
        }
    }

    void start(Runnable work, Runnable whenDone) {
        var process = new Process();
        Thread.ofVirtual().start(() -> process.run(work, whenDone));
        running.add(process);
    }

    boolean busy() {
        return !running.isEmpty();
    }

    int size() {
        return running.size();
    }

    /** One operation of one process; now and then that process dies instead. */
    void next(double deaths) {
        var process = running.get(random.nextInt(running.size()));
        process.dies = random.nextDouble() < deaths;
        process.go();
        if (process.failure != null) {
            throw new AssertionError("A process failed", process.failure);
        }
        if (process.done) {
            running.remove(process);
        }
    }
}
