package org.alongside.feeder.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshDataTest {

    @TempDir
    Path below;

    @Test
    void a_demos_own_directory_is_emptied() throws IOException {
        var data = below.resolve("demo");
        FreshData.in(data);
        Files.createDirectories(data.resolve("store"));
        Files.writeString(data.resolve("store/file"), "old");
        FreshData.in(data);
        assertThat(data.resolve("store")).doesNotExist();
    }

    @Test
    void anything_else_is_left_alone() throws IOException {
        Files.writeString(below.resolve("letters.txt"), "mine");
        assertThatThrownBy(() -> FreshData.in(below)).isInstanceOf(IllegalArgumentException.class);
        assertThat(below.resolve("letters.txt")).exists();
    }
}
