package org.alongside.intake.adt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one message, in the sender's separators. Of the message it repeats what addresses it and its control
 * id, as the protocol wants, and names fields without their values.
 */
final class Acknowledgement {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final Pattern VERSION = Pattern.compile("2\\.\\d(\\.\\d)?");
    private static final Pattern PROCESSING = Pattern.compile("[DPT]");
    private static final Pattern EVENT = Pattern.compile("[A-Z]\\d\\d");

    private final @Nullable Er7Message header;
    private final Separators separators;
    private final Charset charset;

    /** @param header null when not even that was readable */
    Acknowledgement(@Nullable Er7Message header, @Nullable Charset charset) {
        this.header = header;
        this.separators = header == null ? Separators.USUAL : header.separators();
        this.charset = charset == null ? StandardCharsets.ISO_8859_1 : charset;
    }

    byte[] accepting(Instant now) {
        return bytes(msh(now) + segment("MSA", "AA", echo(10)));
    }

    byte[] refusing(NotTaken why, Instant now) {
        var rule = why.rule();
        var fields = why.fields().stream().map(FieldPath::toString).collect(Collectors.joining(" "));
        var locations = why.fields().stream()
                .map(this::location)
                .collect(Collectors.joining(String.valueOf(separators.repetition())));
        var sentence = text(fields + ": " + rule.sentence());
        return bytes(msh(now)
                + segment("MSA", rule.verdict().name(), echo(10), sentence)
                + segment(
                        "ERR",
                        "",
                        locations,
                        joined(separators.component(), String.valueOf(rule.hl7Code()), "", "HL70357"),
                        "E",
                        text(why.name()),
                        "",
                        "",
                        sentence));
    }

    private String location(FieldPath field) {
        var whole = joined(separators.component(), field.segment(), "1", String.valueOf(field.field()), "1");
        return field.component() == 0 ? whole : joined(separators.component(), whole, "" + field.component());
    }

    private String msh(Instant now) {
        var event = said("MSH-9.2");
        var type = event != null && EVENT.matcher(event).matches()
                ? joined(separators.component(), "ACK", event, "ACK")
                : "ACK";
        var processing = said("MSH-11");
        var version = said("MSH-12");
        return "MSH" + separators.field()
                + segment(
                        separators.inMsh2(),
                        echo(5),
                        echo(6),
                        echo(3),
                        echo(4),
                        TIME.format(now),
                        "",
                        type,
                        UUID.randomUUID().toString(),
                        processing != null && PROCESSING.matcher(processing).matches() ? processing : "P",
                        version != null && VERSION.matcher(version).matches() ? version : "2.5.1");
    }

    private String segment(String... fields) {
        return joined(separators.field(), fields) + "\r";
    }

    private static String joined(char separator, String... parts) {
        return String.join(String.valueOf(separator), parts);
    }

    private String echo(int field) {
        return header == null ? "" : header.written(field);
    }

    private @Nullable String said(String field) {
        try {
            return header == null ? null : header.value(field);
        } catch (NotTaken unreadable) {
            return null;
        }
    }

    private String text(String plain) {
        return new Escapes(charset).escape(plain, separators.hapi());
    }

    private byte[] bytes(String message) {
        return message.getBytes(charset);
    }
}
