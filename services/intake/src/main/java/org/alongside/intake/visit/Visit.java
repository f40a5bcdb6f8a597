package org.alongside.intake.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known under one visit number: everything that was said of it, in the order it was recorded, whatever the order
 * of arrival. What holds is the fold of that; so a late message is nothing special.
 *
 * @param sender who numbers it; {@value #STAFF} until a feed speaks of the same number
 */
public record Visit(String sender, String number, List<Said> said) {

    /** The sender of what staff enter by hand. */
    public static final String STAFF = "staff";

    /** Who numbers the visits of an application and its facility; a facility that is not named is none. */
    public static String sender(String application, @Nullable String facility) {
        return application + "|" + (facility == null ? "" : facility);
    }

    public static Visit unheard(String sender, String number) {
        return new Visit(sender, number, List.of());
    }

    /** What it is filed under; opaque, and fit for a stored name. */
    public static String key(String sender, String number) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((sender + '\037' + number).getBytes(StandardCharsets.UTF_8));
            return "v" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    public String key() {
        return key(sender, number);
    }

    public boolean heard(String messageKey) {
        return said.stream().anyMatch(s -> s.messageKey().equals(messageKey));
    }

    public Visit hear(Said message) {
        var all = new ArrayList<>(said);
        all.add(message);
        all.sort(Said.ORDER);
        return new Visit(sender, number, List.copyOf(all));
    }

    public Folded fold() {
        return Folding.of(said);
    }

    /** When something was last recorded about it; what staff say now is recorded after that. */
    public @Nullable Instant lastRecorded() {
        return said.isEmpty() ? null : said.getLast().recordedAt();
    }

    /** The same visit, numbered by the feed that now speaks of it. */
    Visit numberedBy(String feed) {
        return new Visit(feed, number, said);
    }

    @Override
    public String toString() {
        return "Visit[" + key() + ", " + said.size() + " messages]";
    }
}
