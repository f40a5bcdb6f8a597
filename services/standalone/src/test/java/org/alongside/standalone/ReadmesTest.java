package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a README points at is there. */
class ReadmesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#: ]+)\\)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 8)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<String> broken(Path page) {
        try {
            var broken = new ArrayList<String>();
            LINK.matcher(Files.readString(page)).results().map(m -> m.group(1)).forEach(link -> {
                if (!Files.exists(page.resolveSibling(link))) {
                    broken.add(page + " points at " + link);
                }
            });
            return broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(5);
        assertThat(pages().stream().flatMap(page -> broken(page).stream())).isEmpty();
    }

    @Test
    void every_option_of_the_entry_script_that_the_readme_names_is_one() throws IOException {
        var script = Files.readString(ROOT.resolve("alongside"));
        Pattern.compile("\\./alongside (\\w+)")
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(m -> m.group(1))
                .distinct()
                .forEach(command -> assertThat(script).contains("./alongside " + command));
    }
}
