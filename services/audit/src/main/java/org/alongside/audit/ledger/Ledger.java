package org.alongside.audit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger as it was read.
 *
 * @param lines every whole line, in the order they were written
 * @param torn the last line was cut off in the middle of writing, and is left out
 */
public record Ledger(List<Entry> lines, boolean torn) {

    public static final Ledger EMPTY = new Ledger(List.of(), false);

    public Ledger {
        lines = List.copyOf(lines);
    }

    /**
     * A line is whole when it ends. A whole line that cannot be read is an error that names its number: the ledger is a
     * witness, so nothing in it is skipped.
     */
    public static Ledger read(Path file) {
        try {
            var text = Files.readString(file, UTF_8);
            var entries = new ArrayList<Entry>();
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                entries.add(entry(text.substring(from, end), entries.size() + 1));
                from = end + 1;
            }
            return new Ledger(entries, from < text.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line, int number) {
        try {
            return Lines.read(line);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Line " + number + " of the ledger is not an entry", e);
        }
    }

    /** What became of each key, in the order in which the keys first appear. */
    public Collection<Entry> outcomes() {
        Map<String, Entry> outcomes = new LinkedHashMap<>();
        lines.forEach(line -> outcomes.merge(line.key(), line, (earlier, later) -> later.after(earlier)));
        return outcomes.values();
    }
}
