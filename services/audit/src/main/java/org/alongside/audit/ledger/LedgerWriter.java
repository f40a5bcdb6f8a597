package org.alongside.audit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends to a ledger, by one process at a time. An answer (acknowledged or refused) is on the disk when {@link #append}
 * returns. Opening it again after a crash cuts off a line that was not written whole: what it would have said was never
 * relied on.
 */
public final class LedgerWriter implements AutoCloseable {

    private final ProcessLock lock;
    private final FileChannel file;

    private LedgerWriter(ProcessLock lock, FileChannel file) {
        this.lock = lock;
        this.file = file;
    }

    /** Held by whoever writes the ledger. */
    public static Path lockOf(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".lock");
    }

    /** @throws IllegalArgumentException with a sentence for the user when somebody writes it already */
    public static LedgerWriter open(Path path) {
        var lock = ProcessLock.take(lockOf(path))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Another one still writes " + path + ProcessLock.holder(lockOf(path)) + ". End it first."));
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.truncate(wholeLines(file));
            file.position(file.size());
            return new LedgerWriter(lock, file);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        }
    }

    private static long wholeLines(FileChannel file) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    public synchronized void append(Entry entry) {
        try {
            var line = ByteBuffer.wrap((Lines.of(entry) + "\n").getBytes(UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            if (entry.state() != Entry.State.SENT) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
