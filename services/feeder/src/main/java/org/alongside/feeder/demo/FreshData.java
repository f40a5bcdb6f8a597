package org.alongside.feeder.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.audit.ledger.LedgerWriter;
import org.alongside.audit.ledger.ProcessLock;
import org.alongside.feeder.Feeder;
import org.alongside.feeder.platform.DataDirectory;

/**
 * A directory that belongs to the demo, emptied at each start and kept from every other demo until it is closed. Anything
 * that is not marked as its own is left alone.
 */
final class FreshData implements AutoCloseable {

    private static final String MARK = "this-is-a-demo";

    /** Held by the platform itself, which goes on, as the feeder does, when the demo that started them is killed. */
    private static final String PLATFORMS_LOCK = "standalone.lock";

    private final ProcessLock lock;

    private FreshData(ProcessLock lock) {
        this.lock = lock;
    }

    /** @throws IllegalArgumentException with a sentence for the user when it holds something else, or what still runs */
    static FreshData in(Path data) {
        try {
            Files.createDirectories(data);
            if (!Files.exists(data.resolve(MARK)) && !entries(data).isEmpty()) {
                throw new IllegalArgumentException(
                        data + " holds something that is not a demo's. Name another directory with --data.");
            }
            var fresh = new FreshData(lock(beside(data), "A demo still runs on " + data));
            try {
                refuseIfHeld(data.resolve(PLATFORMS_LOCK), "The platform of a demo still runs on " + data);
                refuseIfHeld(
                        LedgerWriter.lockOf(data.resolve(Feeder.LEDGER)), "The feeder of a demo still runs on " + data);
                wipe(data);
                return fresh;
            } catch (IOException | RuntimeException e) {
                fresh.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's directory could not be prepared", e);
        }
    }

    private static void refuseIfHeld(Path lock, String held) {
        if (Files.exists(lock)) {
            lock(lock, held).close();
        }
    }

    /** Beside the directory, because what is in it is wiped. */
    private static Path beside(Path data) {
        var whole = data.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".lock");
    }

    private static ProcessLock lock(Path path, String held) {
        return ProcessLock.take(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        held + ProcessLock.holder(path) + ". End it, or name another directory with --data."));
    }

    /** The mark stays throughout: an interrupted wipe leaves a directory that is still known to be a demo's. */
    private static void wipe(Path data) throws IOException {
        var mark = data.resolve(MARK);
        Files.writeString(mark, "The next demo wipes this directory.\n");
        for (var entry : entries(data)) {
            if (!entry.equals(mark)) {
                DataDirectory.remove(entry);
            }
        }
    }

    private static List<Path> entries(Path data) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.toList();
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
