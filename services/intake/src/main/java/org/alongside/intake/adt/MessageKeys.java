package org.alongside.intake.adt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a message is recognised by.
 *
 * @param sender application and facility
 * @param first hash of sender and control id: where the first message with that control id is kept
 * @param exact hash of sender, control id and content behind the header: a repetition has the same, and a control id
 *     that was used again for something else has another
 */
record MessageKeys(String sender, String first, String exact) {

    private static final int HEX_DIGITS = 40;
    private static final char BETWEEN = '\037';

    static MessageKeys of(String sender, String controlId, String content) {
        return new MessageKeys(
                sender, hash(sender + BETWEEN + controlId), hash(sender + BETWEEN + controlId + BETWEEN + content));
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
