package org.alongside.intake.adt;

import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.Escaping;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * HL7's escape sequences, leniently: formatting is dropped, hexadecimal bytes are in the message's character set, and
 * what is no sequence stays as it was written.
 */
record Escapes(Charset charset) implements Escaping {

    private static final int LONGEST = 200;

    @Override
    public String unescape(String text, EncodingCharacters separators) {
        char mark = separators.getEscapeCharacter();
        if (text.indexOf(mark) < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == mark ? text.indexOf(mark, at + 1) : -1;
            var meant = end < 0 || end - at > LONGEST ? null : meaning(text.substring(at + 1, end), separators);
            if (meant == null) {
                plain.append(c);
                at++;
            } else {
                plain.append(meant);
                at = end + 1;
            }
        }
        return plain.toString();
    }

    private @Nullable String meaning(String sequence, EncodingCharacters separators) {
        if (sequence.isEmpty()) {
            return null;
        }
        return switch (sequence.charAt(0)) {
            case 'F' -> alone(sequence, separators.getFieldSeparator());
            case 'S' -> alone(sequence, separators.getComponentSeparator());
            case 'T' -> alone(sequence, separators.getSubcomponentSeparator());
            case 'R' -> alone(sequence, separators.getRepetitionSeparator());
            case 'E' -> alone(sequence, separators.getEscapeCharacter());
            case 'P' -> alone(sequence, '#');
            case 'H', 'N' -> sequence.length() == 1 ? "" : null;
            case '.' -> sequence.startsWith(".br") || sequence.startsWith(".sp") ? " " : "";
            case 'X' -> bytes(sequence.substring(1));
            case 'C', 'M', 'Z' -> sequence.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0) ? "" : null;
            default -> null;
        };
    }

    private static @Nullable String alone(String sequence, char meant) {
        return sequence.length() == 1 ? String.valueOf(meant) : null;
    }

    private @Nullable String bytes(String hex) {
        try {
            return new String(HexFormat.of().parseHex(hex), charset);
        } catch (IllegalArgumentException notHex) {
            return null;
        }
    }

    @Override
    public String escape(String text, EncodingCharacters separators) {
        var escaped = new StringBuilder(text.length());
        char mark = separators.getEscapeCharacter();
        for (char c : text.toCharArray()) {
            char letter = letter(c, separators);
            escaped.append(letter == 0 ? String.valueOf(c) : "" + mark + letter + mark);
        }
        return escaped.toString();
    }

    private static char letter(char c, EncodingCharacters separators) {
        return c == separators.getFieldSeparator()
                ? 'F'
                : c == separators.getComponentSeparator()
                        ? 'S'
                        : c == separators.getSubcomponentSeparator()
                                ? 'T'
                                : c == separators.getRepetitionSeparator()
                                        ? 'R'
                                        : c == separators.getEscapeCharacter() ? 'E' : 0;
    }
}
