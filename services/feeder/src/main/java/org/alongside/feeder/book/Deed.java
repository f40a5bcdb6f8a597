package org.alongside.feeder.book;

import java.util.HashMap;
import java.util.Map;
import org.alongside.audit.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done once.
 *
 * @param key derived from what it is about, so that a restarted feeder finds the same one; also its Idempotency-Key
 * @param reference what it is about, opaque
 */
public record Deed(
        Entry.Kind kind,
        String key,
        @Nullable String patient,
        @Nullable String reference,
        Map<String, String> detail) {

    public Deed {
        detail = Map.copyOf(detail);
    }

    /** Anything but the kinds that the audit knows by themselves. */
    public static Deed command(String what, String key, @Nullable String patient, @Nullable String reference) {
        return new Deed(Entry.Kind.COMMAND, key, patient, reference, Map.of("what", what));
    }

    public static Deed of(Entry.Kind kind, String key, @Nullable String patient, @Nullable String reference) {
        return new Deed(kind, key, patient, reference, Map.of());
    }

    /** The same with more known of it, such as what the answer said. */
    public Deed with(Map<String, String> more) {
        var all = new HashMap<>(detail);
        all.putAll(more);
        return new Deed(kind, key, patient, reference, all);
    }
}
