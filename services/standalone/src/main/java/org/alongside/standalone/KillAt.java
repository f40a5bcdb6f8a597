package org.alongside.standalone;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.alongside.eventing.document.CutPoint;
import org.alongside.eventing.document.CutPoints;

/** Ends this process with SIGKILL when a cut point is reached for the n-th time. Only a fault campaign asks for it. */
final class KillAt implements CutPoints {

    private final CutPoint point;
    private final AtomicLong left;

    private KillAt(CutPoint point, long times) {
        this.point = point;
        this.left = new AtomicLong(times);
    }

    static KillAt parse(String text) {
        var parts = text.split(":");
        if (parts.length != 2) {
            throw new IllegalArgumentException("--kill-at wants POINT:N, such as after-send:37");
        }
        return new KillAt(
                CutPoint.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')), Long.parseLong(parts[1]));
    }

    @Override
    public void reached(CutPoint reached) {
        if (reached == point && left.decrementAndGet() == 0) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-KILL",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
            } catch (IOException e) {
                Runtime.getRuntime().halt(137);
            }
            while (true) {
                LockSupport.park(this); // the cut is here: this thread goes no further
            }
        }
    }
}
