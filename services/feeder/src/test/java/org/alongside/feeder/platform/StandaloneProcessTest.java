package org.alongside.feeder.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alongside.standalone.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneProcessTest {

    @TempDir
    Path data;

    @BeforeEach
    void standIn() {
        System.setProperty("alongside.standalone.class-path", System.getProperty("java.class.path"));
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("alongside.standalone.class-path");
    }

    @Test
    void one_that_fails_to_start_says_its_last_words_and_was_not_killed() throws IOException {
        Files.writeString(data.resolve(Main.ENDS_WITH), "1");
        var standalone = StandaloneProcess.begin(data, List.of());
        assertThatThrownBy(standalone::awaitReady).hasMessageContaining("These are its last words");
        assertThat(standalone.killedItself()).isFalse();
    }

    @Test
    void one_that_reached_its_cut_was() throws IOException {
        Files.writeString(data.resolve(Main.ENDS_WITH), "137");
        var standalone = StandaloneProcess.begin(data, List.of());
        assertThatThrownBy(standalone::awaitReady).isInstanceOf(IllegalStateException.class);
        assertThat(standalone.killedItself()).isTrue();
    }

    @Test
    void one_that_we_killed_was_not_its_own_doing() {
        var standalone = StandaloneProcess.start(data, List.of());
        assertThat(standalone.timeToReady()).isPositive();
        standalone.kill();
        assertThat(standalone.killedItself()).isFalse();
    }
}
