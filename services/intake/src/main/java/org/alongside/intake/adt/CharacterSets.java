package org.alongside.intake.adt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MSH-18 (table 0211) as Java knows it. */
final class CharacterSets {

    private CharacterSets() {}

    /** @param declared MSH-18; ASCII is declared by many who then send more than that, so it says nothing */
    static Charset of(@Nullable String declared, Charset ofSender) {
        if (declared == null) {
            return ofSender;
        }
        var name = declared.toUpperCase(Locale.ROOT).replace("UNICODE ", "");
        if (name.equals("ASCII") || name.equals("US-ASCII") || name.equals("ISO IR6")) {
            return ofSender;
        }
        if (name.equals("UNICODE")) {
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = Charset.forName(name.startsWith("8859/") ? "ISO-8859-" + name.substring(5) : name);
            if (!onAscii(charset)) {
                throw Rule.UNKNOWN_CHARACTER_SET.at("MSH-18");
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Rule.UNKNOWN_CHARACTER_SET.at("MSH-18");
        }
    }

    /** MLLP's bytes and the header are readable only in sets that contain ASCII as it is. */
    static boolean onAscii(Charset charset) {
        var probe = "MSH|^~\\&\r09AZaz";
        return charset.canEncode()
                && new String(probe.getBytes(charset), StandardCharsets.US_ASCII).equals(probe)
                && probe.getBytes(charset).length == probe.length();
    }

    static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notInIt) {
            throw Rule.NOT_IN_CHARACTER_SET.at("MSH-18");
        }
    }
}
