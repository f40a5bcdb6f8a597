package org.alongside.intake.adt;

import org.alongside.intake.visit.Identity;
import org.jspecify.annotations.Nullable;

/** Which identifier of PID-3 is the record number, as the sender's mapping says. */
final class RecordNumbers {

    private static final FieldPath IDENTIFIERS = FieldPath.of("PID-3");

    private RecordNumbers() {}

    /** @param sender whose numbers they are where the message names no authority */
    static Identity of(Er7Message message, Sender mapping, String sender) {
        for (int repetition : message.repetitions(IDENTIFIERS)) {
            var number = message.value(IDENTIFIERS.part(1), repetition);
            var authority = authority(message, repetition);
            if (number != null
                    && fits(mapping.recordNumber().type(), message.value(IDENTIFIERS.part(5), repetition))
                    && fits(mapping.recordNumber().authority(), authority)) {
                return new Identity(authority == null ? sender : authority, number);
            }
        }
        throw Rule.RECORD_NUMBER_MISSING.at(IDENTIFIERS);
    }

    /** The namespace of CX-4, or its universal id where it has none. */
    private static @Nullable String authority(Er7Message message, int repetition) {
        var namespace = message.value(new FieldPath("PID", 3, 4, 1), repetition);
        return namespace == null ? message.value(new FieldPath("PID", 3, 4, 2), repetition) : namespace;
    }

    private static boolean fits(String wanted, @Nullable String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
