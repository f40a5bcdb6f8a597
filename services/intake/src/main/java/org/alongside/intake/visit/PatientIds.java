package org.alongside.intake.visit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque ids of people: a keyed hash of their first record number, so the same new person on two connections
 * becomes one document, and nobody without the key can tell who an id stands for.
 */
public final class PatientIds {

    /** Known to everyone who reads this, so it hides nobody: for development and evaluation only. */
    public static final String DEVELOPMENT_KEY = "development-only-key-replace-me";

    private static final int HEX_DIGITS = 32;

    private final SecretKeySpec key;

    public PatientIds(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 32 lower-case hexadecimal digits: the first 128 bits of the hash. */
    public String of(Identity identity) {
        return hash(identity.authority(), identity.number());
    }

    /** Of anything else that nobody without the key may guess, such as the number of a visit. */
    public String hash(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(String.join("\037", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256", missing);
        }
    }
}
