package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.alongside.eventing.document.MongoDocumentStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SurvivingAKillTest {

    private static final int ENOUGH = 2_000;
    /** Each document has a kilobyte or two; a store that kept what it replaced would have many times as much. */
    private static final long LARGEST_FILE = 4_000_000;

    @TempDir
    private Path directory;

    @Test
    @Timeout(120)
    void what_was_acknowledged_is_there_after_a_kill() throws Exception {
        var file = directory.resolve("store");
        var acknowledged = writeUntilKilled(file);
        assertThat(Files.size(file)).as("bytes of the file").isLessThan(LARGEST_FILE);
        try (var embedded = EmbeddedStore.open(file, 0);
                var client = MongoClients.create(embedded.uri())) {
            var store = new MongoDocumentStore(client.getDatabase("clinic"));
            acknowledged.forEach((id, version) -> {
                var kept = store.find(WritingUntilKilled.COLLECTION, id);
                assertThat(kept).as(id).isNotNull();
                assertThat(kept.getLong("version")).as(id).isGreaterThanOrEqualTo(version);
            });
            assertThat(store.ids(WritingUntilKilled.COLLECTION, new Document(), Integer.MAX_VALUE))
                    .containsAll(acknowledged.keySet())
                    .allSatisfy(id -> assertThat(store.find(WritingUntilKilled.COLLECTION, id))
                            .isNotNull());
        }
    }

    private static Map<String, Long> writeUntilKilled(Path file) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingUntilKilled.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.inputReader()) {
            var acknowledged = read(out, ENOUGH);
            process.toHandle().destroyForcibly(); // unlike the process itself it leaves what was said to be read
            read(out, Integer.MAX_VALUE).forEach((id, version) -> acknowledged.merge(id, version, Math::max));
            return acknowledged;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The highest version of each that was said, in so many lines or until nothing more is said. */
    private static Map<String, Long> read(BufferedReader out, int lines) throws IOException {
        var acknowledged = new HashMap<String, Long>();
        int n = 0;
        for (var line = out.readLine(); line != null; line = ++n < lines ? out.readLine() : null) {
            var words = line.split(" ");
            if (words.length == 3 && words[0].equals("acknowledged")) {
                acknowledged.merge(words[1], Long.parseLong(words[2]), Math::max);
            }
        }
        return acknowledged;
    }
}
