package org.alongside.feeder.adt;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an acknowledgement says.
 *
 * @param code AA, AE or AR
 * @param rule of ERR-5; empty when nothing was refused
 * @param text of MSA-3: segment, field and rule, never a value
 */
public record Verdict(String code, String rule, String text) {

    /** The rules after which the same message may be taken later. */
    static final Set<String> PASSING = Set.of("store-unavailable", "not-yet-applied");

    private static final int ERR_RULE = 5;

    public boolean accepted() {
        return code.equals("AA");
    }

    /** The receiver could not take it now; the same message is to be sent again. */
    boolean passing() {
        return code.equals("AE") && PASSING.contains(rule);
    }

    static Verdict of(byte[] acknowledgement, Charset charset) {
        var message = new String(acknowledgement, charset);
        if (!message.startsWith("MSH") || message.length() < 4) {
            return new Verdict("AR", "", "The answer is no acknowledgement");
        }
        var code = field(message, "MSA", 1);
        return new Verdict(code.isEmpty() ? "AR" : code, field(message, "ERR", ERR_RULE), field(message, "MSA", 3));
    }

    /** Empty where there is no such segment or field. */
    private static String field(String message, String segment, int number) {
        return Arrays.stream(message.split("[\\r\\n]+"))
                .filter(line -> line.startsWith(segment))
                .findFirst()
                .map(line -> line.split(Pattern.quote(message.substring(3, 4)), -1))
                .filter(fields -> fields.length > number)
                .map(fields -> fields[number])
                .orElse("");
    }
}
