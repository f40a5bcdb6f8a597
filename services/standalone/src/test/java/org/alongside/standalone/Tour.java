package org.alongside.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of a page, each with what the page says it prints. */
final class Tour {

    private static final Pattern STEP = Pattern.compile("```sh\\n(.*?)```\\n\\n```text\\n(.*?)```", Pattern.DOTALL);
    private static final String ANYTHING = "…";
    private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:)\\d+");

    private Tour() {}

    static List<Step> steps(Path page) throws IOException {
        return STEP.matcher(Files.readString(page))
                .results()
                .map(found -> new Step(found.group(1), found.group(2)))
                .toList();
    }

    record Step(String command, String prints) {

        /** The platform runs already where the test starts it. */
        boolean starts() {
            return command.startsWith("./alongside up");
        }

        /**
         * The same on the ports of this platform.
         *
         * @param ports here, by the usual ones that the page has
         */
        Step on(Map<String, String> ports) {
            return new Step(moved(command, ports), moved(prints, ports));
        }

        private static String moved(String text, Map<String, String> ports) {
            return PORT.matcher(text).replaceAll(port -> ports.getOrDefault(port.group(), port.group()));
        }

        /** Both, where they differ; empty where they do not. */
        String differsFrom(String printed) {
            return Pattern.matches(pattern(), printed)
                    ? ""
                    : "The page says\n" + prints + "\nand this was printed\n" + printed;
        }

        /** An ellipsis is any part of a line; alone on its line it is any lines, or none. */
        private String pattern() {
            return prints.lines()
                    .map(line -> line.equals(ANYTHING) ? "(?:[^\\n]*\\n)*" : within(line) + "\\n")
                    .collect(Collectors.joining());
        }

        private static String within(String line) {
            return List.of(line.split(ANYTHING, -1)).stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[^\\n]*"));
        }
    }
}
