package org.alongside.standalone;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One bash that keeps its variables and functions from one command to the next. */
final class Shell implements AutoCloseable {

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private Shell(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Shell open(Path folder) throws IOException {
        return new Shell(new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** All that it prints, errors too. */
    String run(String command) throws IOException {
        var end = "end-" + UUID.randomUUID();
        in.write(command + "\nprintf '\\n%s\\n' " + end + "\n");
        in.flush();
        var printed = new StringBuilder();
        for (var line = out.readLine(); !end.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The shell ended in this command; it had printed: " + printed);
            }
            printed.append(line).append('\n');
        }
        return withoutTheLineBreakBeforeTheEnd(printed);
    }

    /** What ends in a line break stays as it is, what does not gets one. */
    private static String withoutTheLineBreakBeforeTheEnd(StringBuilder printed) {
        if (printed.length() > 0 && (printed.length() == 1 || printed.charAt(printed.length() - 2) == '\n')) {
            printed.setLength(printed.length() - 1);
        }
        return printed.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.onExit().join();
    }
}
