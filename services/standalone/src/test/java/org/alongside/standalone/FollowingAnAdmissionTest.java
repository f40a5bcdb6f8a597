package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list in services/README.md: nine files at most, each there, and each naming the next. */
class FollowingAnAdmissionTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. \\[`(\\w+)`]\\(([^)]+)\\): `([^`]+)`");

    private record Step(String type, Path file, String names) {}

    private static List<Step> steps() throws IOException {
        return STEP.matcher(Files.readString(README))
                .results()
                .map(m -> new Step(m.group(1), Path.of("..").resolve(m.group(2)), m.group(3)))
                .toList();
    }

    @Test
    void goes_through_at_most_nine_files() throws IOException {
        assertThat(steps()).hasSizeBetween(5, 9);
        assertThat(steps()).extracting(Step::file).doesNotHaveDuplicates();
    }

    @Test
    void every_file_says_what_the_list_says_of_it() throws IOException {
        for (var step : steps()) {
            assertThat(step.file()).exists();
            assertThat(Files.readString(step.file())).contains(step.type()).contains(step.names());
        }
    }
}
