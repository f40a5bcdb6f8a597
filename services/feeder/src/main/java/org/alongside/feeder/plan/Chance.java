package org.alongside.feeder.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Decisions of people, drawn from the seed and from what they are about: asked again, they fall the same way. */
public record Chance(long seed) {

    /** From 0 to below 1. */
    public double of(String... about) {
        var hash = hash(seed + "\037" + String.join("\037", about));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    public boolean below(double share, String... about) {
        return of(about) < share;
    }

    /** From the first number to the last, both included. */
    public int between(int first, int last, String... about) {
        return first + (int) (of(about) * (last - first + 1));
    }

    public <T> T one(java.util.List<T> of, String... about) {
        return of.get((int) (of(about) * of.size()));
    }
}
