package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list in services/README.md: nine files at most, each there, and each leading to the next. */
class FollowingAnAdmissionTest {

    private static final Path SERVICES = Path.of("..");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. \\[`(\\w+)`]\\(([^)]+)\\): `([^`]+)`(.*)$");
    private static final Pattern BETWEEN = Pattern.compile("through \\[`(\\w+)`]\\(([^)]+)\\)");
    private static final Pattern BOUNDARY = Pattern.compile("through (the outbox|Kafka)\\b");

    private record Step(String type, Path file, String names, String rest) {}

    private static List<Step> steps() throws IOException {
        return STEP.matcher(Files.readString(SERVICES.resolve("README.md")))
                .results()
                .map(m -> new Step(m.group(1), SERVICES.resolve(m.group(2)), m.group(3), m.group(4)))
                .toList();
    }

    /** Without imports and comments, which call nothing. */
    private static String code(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.matches("\\s*(import |/?\\*|//).*"))
                .collect(Collectors.joining("\n"));
    }

    private static boolean names(Path file, String type) throws IOException {
        return Pattern.compile("\\b" + type + "\\b").matcher(code(file)).find();
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
            assertThat(code(step.file())).contains(step.type()).contains(step.names());
        }
    }

    @Test
    void every_file_leads_to_the_next() throws IOException {
        var steps = steps();
        for (int n = 0; n + 1 < steps.size(); n++) {
            var here = steps.get(n);
            var next = steps.get(n + 1);
            assertThat(names(here.file(), next.type()) || leadsOn(here, next) || leavesTheProcess(here))
                    .as(here.type() + " leads to " + next.type())
                    .isTrue();
        }
        assertThat(steps.stream().filter(FollowingAnAdmissionTest::leavesTheProcess))
                .extracting(Step::type)
                .containsExactly("AdmissionWire", "OutboxRelay");
    }

    /** What is called here is a method of what lies between, and that knows the next or is known by it. */
    private static boolean leadsOn(Step here, Step next) throws IOException {
        var between = BETWEEN.matcher(here.rest());
        if (!between.find()) {
            return false;
        }
        var file = SERVICES.resolve(between.group(2));
        var method = here.names().replaceFirst("^.*\\.", " ");
        return code(file).contains(method) && (names(file, next.type()) || names(next.file(), between.group(1)));
    }

    private static boolean leavesTheProcess(Step step) {
        return BOUNDARY.matcher(step.rest()).find();
    }
}
