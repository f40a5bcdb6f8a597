package org.alongside.feeder.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.alongside.audit.ledger.LedgerWriter;
import org.alongside.feeder.Feeder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshDataTest {

    @TempDir
    Path below;

    @Test
    void a_demos_own_directory_is_emptied() throws IOException {
        var data = below.resolve("demo");
        FreshData.in(data).close();
        Files.createDirectories(data.resolve("store"));
        Files.writeString(data.resolve("store/file"), "old");
        FreshData.in(data).close();
        assertThat(data.resolve("store")).doesNotExist();
    }

    @Test
    void that_of_a_demo_that_still_runs_is_left_alone() throws IOException {
        var data = below.resolve("demo");
        try (var running = FreshData.in(data)) {
            Files.writeString(data.resolve("store"), "of " + running);
            assertThatThrownBy(() -> FreshData.in(data)).hasMessageContaining("still runs");
            assertThat(data.resolve("store")).exists();
        }
        FreshData.in(data).close();
        assertThat(data.resolve("store")).doesNotExist();
    }

    @Test
    void that_of_a_platform_that_outlived_its_demo_is_left_alone() throws IOException {
        var data = below.resolve("demo");
        FreshData.in(data).close();
        try (var platform = FileChannel.open(
                data.resolve("standalone.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            platform.lock();
            platform.write(ByteBuffer.wrap("4711".getBytes(StandardCharsets.US_ASCII)));
            assertThatThrownBy(() -> FreshData.in(data))
                    .hasMessageContaining("platform of a demo still runs")
                    .hasMessageContaining("(process 4711)");
            assertThat(data.resolve("standalone.lock")).exists();
        }
        FreshData.in(data).close();
        assertThat(data.resolve("standalone.lock")).doesNotExist();
    }

    @Test
    void that_of_a_feeder_that_outlived_its_demo_is_left_alone() throws IOException {
        var data = below.resolve("demo");
        FreshData.in(data).close();
        var ledger = data.resolve(Feeder.LEDGER);
        try (var feeder = LedgerWriter.open(ledger)) {
            assertThatThrownBy(() -> FreshData.in(data))
                    .as("while %s", feeder)
                    .hasMessageContaining("feeder of a demo still runs");
            assertThat(ledger).exists();
        }
        FreshData.in(data).close();
        assertThat(ledger).doesNotExist();
    }

    @Test
    void anything_else_is_left_alone() throws IOException {
        Files.writeString(below.resolve("letters.txt"), "mine");
        assertThatThrownBy(() -> FreshData.in(below).close()).isInstanceOf(IllegalArgumentException.class);
        assertThat(below.resolve("letters.txt")).exists();
    }
}
