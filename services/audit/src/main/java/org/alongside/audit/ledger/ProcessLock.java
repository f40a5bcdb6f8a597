package org.alongside.audit.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one process at a time holds, until it ends, however it ends. It stands beside what it keeps others from: on
 * some systems a process that closes a file gives up its locks on it, even if it had only opened it to read.
 */
public final class ProcessLock implements AutoCloseable {

    private final FileChannel file;

    private ProcessLock(FileChannel file) {
        this.file = file;
    }

    /** Empty when it is held, by this process or another. */
    public static Optional<ProcessLock> take(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                return Optional.empty();
            }
            var holder = Long.toString(ProcessHandle.current().pid());
            file.truncate(0).write(ByteBuffer.wrap(holder.getBytes(US_ASCII)));
            return Optional.of(new ProcessLock(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Who holds it, for the end of a sentence; empty when nobody can tell. */
    public static String holder(Path path) {
        try {
            var holder = Files.readString(path, US_ASCII);
            return holder.isEmpty() ? "" : " (process " + holder + ")";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
