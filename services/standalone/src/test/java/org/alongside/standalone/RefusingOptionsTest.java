package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is answered with a sentence. */
class RefusingOptionsTest {

    @Test
    void an_instant_that_is_none() {
        assertThatThrownBy(() -> Options.of(List.of("--start-at", "yesterday")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yesterday");
        assertThat(Options.of(List.of("--start-at", "2026-03-02T12:00:00Z")).startAt())
                .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @Test
    void a_store_without_an_address_and_its_password_is_not_quoted() {
        assertThatThrownBy(() -> Options.of(List.of("--mongo", "clinic:secret@store:27017")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--mongo")
                .hasMessageNotContaining("secret");
        assertThat(Options.of(List.of("--mongo", "mongodb://clinic:secret@store/?tls=true"))
                        .mongo())
                .isEqualTo("mongodb://clinic:secret@store/?tls=true");
    }

    @Test
    void a_folder_on_which_another_one_runs(@TempDir Path folder) throws IOException {
        try (var running = FileChannel.open(
                folder.resolve("standalone.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            running.lock();
            running.write(ByteBuffer.wrap("4711".getBytes(StandardCharsets.US_ASCII)));
            assertThatThrownBy(() -> Standalone.start(Options.in(folder), List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "still runs on " + folder + " (process 4711). End it, or start with another --data.");
        }
    }

    @Test
    void whoever_runs_on_a_folder_can_be_found(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("clock")); // is to be a file, so starting ends soon after the lock
        assertThatThrownBy(() -> Standalone.start(Options.in(folder), List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("standalone.lock"))
                .hasContent(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void a_folder_that_cannot_be_one(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> Standalone.start(Options.in(file), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }
}
