package org.alongside.intake.adt;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was sent: fields by path, whatever its version and structure. Only segments that are asked for are
 * parsed; of several with one name the first counts. Line ends may be CR, LF or both.
 */
final class Er7Message {

    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");
    private static final int LONGEST = 500;

    /** Some hundred repetitions of a dozen components; HAPI takes minutes, or all memory, for a line of separators. */
    private static final int MOST_PARTS = 5_000;

    private final Separators separators;
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Segment> parsed = new HashMap<>();
    private final String header;
    private final List<String> afterHeader;
    private final PipeParser parser;

    private Er7Message(Separators separators, List<String> segments, Charset charset) {
        this.separators = separators;
        this.header = segments.getFirst();
        this.afterHeader = segments.subList(1, segments.size());
        this.parser = LenientParsers.of(charset);
        for (var segment : segments) {
            if (segment.length() > 3 && segment.charAt(3) == separators.field()) {
                lines.putIfAbsent(segment.substring(0, 3), segment);
            }
        }
    }

    static Er7Message of(String text, Charset charset) {
        var segments = LINE_END.splitAsStream(text)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (segments.isEmpty() || !segments.getFirst().startsWith("MSH")) {
            throw Rule.NO_MESSAGE_HEADER.at("MSH-1");
        }
        var separators = Separators.declaredIn(segments.getFirst());
        if (segments.stream().skip(1).anyMatch(s -> s.startsWith("MSH" + separators.field()))) {
            throw Rule.MORE_THAN_ONE_MESSAGE.at("MSH-1");
        }
        return new Er7Message(separators, segments, charset);
    }

    Separators separators() {
        return separators;
    }

    /** Everything behind the header, with one kind of line end: what makes two messages the same. */
    String content() {
        return String.join("\r", afterHeader);
    }

    /** A field of the header with its components, as it was written; empty where there is none, or too much of it. */
    String written(int field) {
        var fields = header.split(Pattern.quote(String.valueOf(separators.field())), field + 1); // MSH-1 splits
        return fields.length < field || fields[field - 1].length() > LONGEST ? "" : printable(fields[field - 1]);
    }

    /** Null where the field is absent, empty or explicitly nothing. */
    @Nullable
    String value(FieldPath path) {
        return value(path, 0);
    }

    @Nullable
    String value(String path) {
        return value(FieldPath.of(path), 0);
    }

    String required(FieldPath path) {
        var value = value(path);
        if (value == null) {
            throw Rule.REQUIRED.at(path);
        }
        return value;
    }

    /** @param repetition from 0 */
    @Nullable
    String value(FieldPath path, int repetition) {
        var segment = segment(path.segment());
        if (segment == null) {
            return null;
        }
        try {
            var text = Terser.get(
                    segment, path.field(), repetition, Math.max(1, path.component()), Math.max(1, path.subcomponent()));
            return said(text, path);
        } catch (HL7Exception unreadable) {
            throw Rule.UNREADABLE.at(path);
        }
    }

    /** The repetitions of a field, by number. */
    List<Integer> repetitions(FieldPath field) {
        var segment = segment(field.segment());
        if (segment == null) {
            return List.of();
        }
        try {
            return IntStream.range(0, segment.getField(field.field()).length)
                    .boxed()
                    .toList();
        } catch (HL7Exception unreadable) {
            throw Rule.UNREADABLE.at(field);
        }
    }

    private static @Nullable String said(@Nullable String text, FieldPath path) {
        if (text == null || text.isBlank() || text.equals("\"\"")) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw Rule.TOO_LONG.at(path);
        }
        var printable = printable(text);
        return printable.isEmpty() ? null : printable;
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }

    private @Nullable Segment segment(String name) {
        var line = lines.get(name);
        if (line == null) {
            return null;
        }
        var known = parsed.get(name);
        if (known == null) {
            known = parse(name, line);
            parsed.put(name, known);
        }
        return known;
    }

    /** Before anything is parsed; what nobody asks for may be as long as it likes. */
    private void limit(String name, String line) {
        int field = name.equals("MSH") ? 1 : 0; // MSH-1 is the separator behind the name
        int parts = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == separators.field()) {
                field++;
            }
            if (separators.separates(c) && ++parts > MOST_PARTS) {
                throw Rule.TOO_LONG.at(new FieldPath(name, field, 0, 0));
            }
        }
    }

    private Segment parse(String name, String line) {
        limit(name, line);
        var segment = new GenericSegment(new GenericMessage.UnknownVersion(parser.getFactory()), name);
        try {
            parser.parse(segment, line, separators.hapi());
            return segment;
        } catch (HL7Exception | RuntimeException unreadable) { // its text may quote the message, so it goes no further
            throw Rule.UNREADABLE.at(new FieldPath(name, 1, 0, 0));
        }
    }
}
