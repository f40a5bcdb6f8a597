package org.alongside.feeder.adt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One of the systems that send, with its dialect. The sample centre's {@code intake.yml} says the same from the other side.
 *
 * @param separators field, component, repetition, escape, subcomponent
 * @param declaredCharset MSH-18
 * @param offsets times carry their offset; otherwise they are in the system's zone
 */
public record Ehr(
        String application,
        String facility,
        String separators,
        Charset charset,
        String declaredCharset,
        ZoneId zone,
        boolean offsets,
        String authority) {

    /** The hospital's own: the usual separators, UTF-8, the record number by type, the visit in PV1-19. */
    public static final Ehr HARBOUR = new Ehr(
            "HARBOUR-EHR",
            "MAIN",
            "|^~\\&",
            StandardCharsets.UTF_8,
            "UNICODE UTF-8",
            ZoneId.of("America/New_York"),
            true,
            "HARBOUR");

    /** A clinic that joined: separators of its own, Latin-1, another zone, the visit in PV1-50, A04 on attended days. */
    public static final Ehr RIVERSIDE = new Ehr(
            "RIVERSIDE",
            "CLINIC",
            "#@*%;",
            StandardCharsets.ISO_8859_1,
            "8859/1",
            ZoneId.of("America/Chicago"),
            false,
            "RIVERSIDE");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    char field() {
        return separators.charAt(0);
    }

    char component() {
        return separators.charAt(1);
    }

    char repetition() {
        return separators.charAt(2);
    }

    String time(Instant instant) {
        return (offsets ? WITH_OFFSET : LOCAL).format(instant.atZone(zone));
    }

    /** Text in which this system's separators are escaped. */
    String text(String plain) {
        var letters = "FSRET";
        var escaped = new StringBuilder();
        for (char c : plain.toCharArray()) {
            int at = separators.indexOf(c);
            escaped.append(at < 0 ? "" + c : "" + separators.charAt(3) + letters.charAt(at) + separators.charAt(3));
        }
        return escaped.toString();
    }

    String components(String... parts) {
        return String.join(String.valueOf(component()), parts);
    }

    /** PID-3 holds more than the record number, and each system in its own order. */
    String identifiers(String recordNumber) {
        var record = components(recordNumber, "", "", authority, "MR");
        var other = components("9" + recordNumber, "", "", "STATE", "SS");
        return this.equals(RIVERSIDE) ? other + repetition() + record : record + repetition() + other;
    }
}
