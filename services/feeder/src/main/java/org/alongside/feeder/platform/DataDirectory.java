package org.alongside.feeder.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a standalone keeps its data; removed when nobody needs it any more. */
public final class DataDirectory {

    private DataDirectory() {}

    /** A file, or a directory with everything below. */
    public static void remove(Path data) throws IOException {
        try (Stream<Path> everything = Files.walk(data)) {
            for (var path : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
