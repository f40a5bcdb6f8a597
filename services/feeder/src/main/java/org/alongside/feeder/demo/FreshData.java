package org.alongside.feeder.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.feeder.platform.DataDirectory;

/**
 * A directory that belongs to the demo, emptied at each start and kept from every other demo until it is closed. Anything
 * that is not marked as its own is left alone.
 */
final class FreshData implements AutoCloseable {

    private static final String MARK = "this-is-a-demo";

    /** Held by the platform itself, which goes on when the demo that started it is killed. */
    private static final String PLATFORMS_LOCK = "standalone.lock";

    private final FileChannel lock;

    private FreshData(FileChannel lock) {
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
            var platform = data.resolve(PLATFORMS_LOCK);
            if (Files.exists(platform)) {
                lock(platform, "The platform of a demo still runs on " + data).close();
            }
            var fresh = new FreshData(lock(beside(data), "A demo still runs on " + data));
            wipe(data);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's directory could not be prepared", e);
        }
    }

    /** Beside the directory, because what is in it is wiped. */
    private static Path beside(Path data) {
        var whole = data.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".lock");
    }

    private static FileChannel lock(Path path, String held) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // as good as held by another
        }
        file.close();
        throw new IllegalArgumentException(held + ". End it, or name another directory with --data.");
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
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
