package org.alongside.eventing.lane;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the CloudEvents attributes that {@code contracts/README.md} promises. */
final class Reading {

    private Reading() {}

    /** @throws Unapplicable naming the attribute that is missing or wrong, never its value */
    static Incoming incoming(LaneRecord record) throws Unapplicable {
        if (!record.keyed()) {
            throw unreadable("key");
        }
        require("1.0".equals(attribute(record, "ce_specversion")), "ce_specversion");
        require(("/alongside/" + record.source()).equals(attribute(record, "ce_source")), "ce_source");
        return new Incoming(
                record.source(),
                record.lane(),
                shortType(record),
                sequence(record).orElseThrow(() -> unreadable("ce_sequence")),
                time(attribute(record, "ce_time")),
                attribute(record, "ce_id"));
    }

    private static OptionalLong sequence(LaneRecord record) {
        try {
            var sequence = Long.parseLong(header(record, "ce_sequence").orElse(""));
            return sequence > 0 ? OptionalLong.of(sequence) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** The number of a record that is one of ours; nothing follows from the number that another one carries. */
    static OptionalLong ownSequence(LaneRecord record) {
        try {
            return OptionalLong.of(incoming(record).sequence());
        } catch (Unapplicable unreadable) {
            return OptionalLong.empty();
        }
    }

    private static String shortType(LaneRecord record) throws Unapplicable {
        var type = attribute(record, "ce_type");
        var prefix = "org.alongside." + record.source() + ".";
        return type.startsWith(prefix) ? type.substring(prefix.length()) : type;
    }

    private static Instant time(String text) throws Unapplicable {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw unreadable("ce_time");
        }
    }

    private static String attribute(LaneRecord record, String name) throws Unapplicable {
        return header(record, name).orElseThrow(() -> unreadable(name));
    }

    private static Optional<String> header(LaneRecord record, String name) {
        return record.headers().stream()
                .filter(header -> header.name().equals(name) && header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static void require(boolean fits, String attribute) throws Unapplicable {
        if (!fits) {
            throw unreadable(attribute);
        }
    }

    private static Unapplicable unreadable(String attribute) {
        return new Unapplicable(Unapplicable.UNREADABLE, "attribute " + attribute);
    }
}
