package org.alongside.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.alongside.feeder.adt.AdtMessage;
import org.alongside.feeder.adt.Ehr;
import org.alongside.feeder.adt.Registered;

/** Messages of the sample centre's own EHR about invented people, as they should be and spoilt in one way each. */
final class SpoiltAdt {

    private static final Instant CAME = Instant.parse("2026-03-02T11:00:00Z");
    private static final List<String> TRIGGERS = List.of("A01", "A04", "A08", "A16", "A03", "A11", "A13");

    /** Each in a way that no sender's mapping forgives. */
    private static final List<BiFunction<String, Random, String>> BREAKING = List.of(
            (m, r) -> m.substring(m.indexOf('\r') + 1),
            (m, r) -> m.substring(0, 4 + r.nextInt(20)),
            (m, r) -> m.replace('|', (char) ('a' + r.nextInt(26))),
            (m, r) -> m.replace("^~\\&", "^^^^"),
            (m, r) -> m.replaceFirst("ADT\\^A\\d\\d", one(r, "ORU^R01", "ADT^A99", "SIU^S12", "ADT^ZZZ")),
            (m, r) -> m.replaceFirst("(EVN\\|A\\d\\d)\\|[^|\r]*", "$1|" + time(r)),
            (m, r) -> field(m, "PID", 3, one(r, "", "^^^", "~~~", "4711^^^SOUTH^XX")),
            (m, r) -> m.contains("ADT^A08") ? field(m, "PID", 3, "") : field(m, "PV1", 19, one(r, "", "\"\"", "^^")),
            (m, r) -> field(m, "PID", 7, time(r)),
            (m, r) -> m.replace("UNICODE UTF-8", one(r, "EBCDIC", "UTF-32", "8859/99", "???")),
            (m, r) -> m.replace("|HARBOUR-EHR|", one(r, "||", "|harbour-ehr|", "|OTHER|")),
            (m, r) -> field(m, "MSH", 9, one(r, "", "\"\"", "x".repeat(600))),
            (m, r) -> field(m, "PID", 5, "N".repeat(501 + r.nextInt(3000))),
            (m, r) -> m + m,
            (m, r) -> m.replace("MSH|", one(r, "FHS|", "BHS|", "msh|", "")));

    private SpoiltAdt() {}

    static String good(Who who, String trigger, int number) {
        var person = new Registered(
                who.number(),
                who.family(),
                who.given(),
                LocalDate.parse(who.birthDate()),
                "F",
                who.street(),
                who.town(),
                who.phone());
        boolean over = trigger.equals("A03") || trigger.equals("A13");
        var sent = CAME.plusSeconds(60L * number);
        var message = new AdtMessage(
                Ehr.HARBOUR,
                person,
                who.visitNumber(),
                number,
                trigger,
                sent,
                sent,
                "BHI",
                "AM3",
                CAME,
                over ? sent : null,
                trigger.equals("A16") ? CAME.plusSeconds(9 * 86_400) : null,
                over ? "01" : null);
        var text = message.text().replace(message.controlId(), "MSG-" + trigger + "-" + number);
        return field(text, "PID", 19, who.socialSecurity()) + "NK1|1|" + who.nextOfKin() + "^Kim|SPO\rIN1|1|"
                + who.insurance() + "\rNTE|1||" + who.note() + "\r";
    }

    static String spoilt(Random random, Who who, int number) {
        var good = good(who, TRIGGERS.get(random.nextInt(TRIGGERS.size())), number);
        return BREAKING.get(number % BREAKING.size()).apply(good, random);
    }

    /** A message in which one field says something else. */
    static String field(String message, String segment, int field, String value) {
        var changed = new StringBuilder();
        for (var line : message.split("\r")) {
            changed.append(line.startsWith(segment + "|") ? with(line, field, value) : line)
                    .append('\r');
        }
        return changed.toString();
    }

    private static String with(String segment, int field, String value) {
        var fields = new java.util.ArrayList<>(List.of(segment.split(Pattern.quote("|"), -1)));
        int at = segment.startsWith("MSH") ? field - 1 : field;
        while (fields.size() <= at) {
            fields.add("");
        }
        fields.set(at, value);
        return String.join("|", fields);
    }

    private static String time(Random random) {
        return one(random, "20260230", "20261301", "20260431", "2026042425", "tomorrow", "2026-04-24", "0000", "202");
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
