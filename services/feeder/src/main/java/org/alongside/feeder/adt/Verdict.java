package org.alongside.feeder.adt;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What an acknowledgement says.
 *
 * @param code AA, AE or AR
 * @param text of MSA-3: segment, field and rule, never a value
 */
public record Verdict(String code, String text) {

    private static final String PASSING = "try again";

    public boolean accepted() {
        return code.equals("AA");
    }

    /** The receiver could not take it now; the same message is to be sent again. */
    boolean passing() {
        return code.equals("AE") && text.contains(PASSING);
    }

    static Verdict of(byte[] acknowledgement, Charset charset) {
        var message = new String(acknowledgement, charset);
        if (!message.startsWith("MSH") || message.length() < 4) {
            return new Verdict("AR", "The answer is no acknowledgement");
        }
        var fields = Arrays.stream(message.split("[\\r\\n]+"))
                .filter(segment -> segment.startsWith("MSA"))
                .findFirst()
                .map(segment -> segment.split(Pattern.quote(message.substring(3, 4)), -1))
                .orElse(new String[0]);
        return new Verdict(fields.length > 1 ? fields[1] : "AR", fields.length > 3 ? fields[3] : "");
    }
}
