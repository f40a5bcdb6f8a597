package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a README points at is there. */
class ReadmesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#: ]+)\\)");

    /** A call of the entry script with what follows it up to the end of the line, or of what is set as code. */
    private static final Pattern NAMED = Pattern.compile("\\./alongside (\\w+)([^`\n#|]*)");

    private static final Pattern OPTION = Pattern.compile("(?<=[ \\[])-[-\\w]+");

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
    void every_command_and_option_of_the_entry_script_that_a_page_names_is_in_its_help() throws IOException {
        var help = help();
        assertThat(help).containsKeys("demo", "up", "test", "bench", "audit", "help");
        for (var page : pages()) {
            var named = NAMED.matcher(Files.readString(page)).results().toList();
            for (var call : named) {
                var command = call.group(1);
                assertThat(help).as(page.toString()).containsKey(command);
                assertThat(options(call.group(2)).filter(option -> !option.startsWith("-D")))
                        .as(page + " on ./alongside " + command)
                        .allMatch(option -> help.get(command).contains(option));
            }
        }
    }

    @Test
    void every_option_of_the_help_is_one_that_the_platform_knows() throws IOException {
        var up = help().get("up");
        assertThat(up).isNotEmpty();
        for (var option : up) {
            var given = option.equals("--free-ports") ? List.of(option) : List.of(option, valueOf(option));
            assertThat(Options.of(given)).as(option).isNotNull();
        }
    }

    private static String valueOf(String option) {
        return switch (option) {
            case "--mongo" -> "mongodb://127.0.0.1";
            case "--start-at" -> "2026-03-02T12:00:00Z";
            default -> "value";
        };
    }

    /** Command to the options that the script's help gives it. */
    private static Map<String, Set<String>> help() throws IOException {
        var script = Files.readString(ROOT.resolve("alongside"));
        var text = script.substring(script.indexOf("<<'TEXT'"), script.indexOf("\nTEXT\n"));
        return text.lines()
                .map(line -> Pattern.compile("^\\./alongside (\\w+)(.*)").matcher(line))
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        line -> line.group(1), line -> options(line.group(2)).collect(Collectors.toSet())));
    }

    private static Stream<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group);
    }
}
