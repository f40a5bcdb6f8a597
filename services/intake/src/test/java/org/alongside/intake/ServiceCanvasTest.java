package org.alongside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.alongside.contracts.Contracts;
import org.junit.jupiter.api.Test;

class ServiceCanvasTest {

    private static final Pattern FILE = Pattern.compile("`([a-z/]+/[A-Za-z]+\\.(?:java|yml))`");

    @Test
    void the_canvas_names_every_event_and_only_files_that_exist() throws IOException {
        var canvas = Files.readString(Path.of("README.md"));
        assertThat(Contracts.load().events("intake"))
                .allSatisfy(event -> assertThat(canvas).contains("`" + event + "`"));
        assertThat(FILE.matcher(canvas).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of("src/main/java/org/alongside/intake", file)
                                        .toFile()
                                        .exists()
                                || Path.of("src/main", file).toFile().exists())
                        .as(file)
                        .isTrue());
    }
}
