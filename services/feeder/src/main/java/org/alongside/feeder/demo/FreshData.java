package org.alongside.feeder.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that belongs to the demo, emptied at each start. Anything that is not marked as its own is left alone. */
final class FreshData {

    private static final String MARK = "this-is-a-demo";

    private FreshData() {}

    /** @throws IllegalArgumentException with a sentence for the user when the directory holds something else */
    static void in(Path data) {
        try {
            if (Files.isDirectory(data) && !empty(data)) {
                if (!Files.exists(data.resolve(MARK))) {
                    throw new IllegalArgumentException(
                            data + " holds something that is not a demo's. Name another directory with --data.");
                }
                wipe(data);
            }
            Files.createDirectories(data);
            Files.writeString(data.resolve(MARK), "The next demo wipes this directory.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's directory could not be prepared", e);
        }
    }

    private static boolean empty(Path data) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void wipe(Path data) throws IOException {
        try (Stream<Path> everything = Files.walk(data)) {
            for (var path : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
