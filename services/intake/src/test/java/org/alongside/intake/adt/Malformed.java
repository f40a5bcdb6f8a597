package org.alongside.intake.adt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Spoils good messages, each in at least one way that no sender's mapping forgives. */
final class Malformed {

    static final List<String> TRIGGERS = List.of("a01", "a04", "a08", "a16", "a03", "a11", "a13");

    private static final List<BiFunction<String, Random, String>> BREAKING = List.of(
            (m, r) -> m.substring(m.indexOf('\r') + 1),
            (m, r) -> m.substring(0, r.nextInt(30)),
            (m, r) -> m.replace('|', (char) ('a' + r.nextInt(26))),
            (m, r) -> m.replace("^~\\&", "^".repeat(1 + r.nextInt(3)) + "^"),
            (m, r) -> m.replaceFirst("ADT\\^A\\d\\d", one(r, "ORU^R01", "ADT^A99", "ADT^", "^", "SIU^S12", "ADT^ZZZ"))
                    .replaceFirst("EVN\\|A\\d\\d", "EVN|"),
            (m, r) -> m.replaceFirst("(EVN\\|A\\d\\d)\\|[^|]*", "$1|" + time(r)),
            (m, r) -> field(m, "PID", 3, one(r, "", "^^^", "\"\"", "~~~", "4711^^^SOUTH^MR", "4711")),
            (m, r) -> without(m, "PID"),
            (m, r) -> m.contains("ADT^A08") ? field(m, "PID", 3, "") : field(m, "PV1", 19, one(r, "", "\"\"", "^^")),
            (m, r) -> field(m, "PID", 7, time(r)),
            (m, r) -> field(m, "PV1", 44, time(r)),
            (m, r) -> m.replace("UNICODE UTF-8", one(r, "EBCDIC", "UTF-32", "8859/99", "???", "UNICODE UTF-16")),
            (m, r) -> m.replace("|EPIC|", one(r, "||", "|epic|", "|EPIC2|", "|^EPIC|")),
            (m, r) -> m.replaceFirst("MSG-a\\d\\d", one(r, "", "\"\"", "x".repeat(600))),
            (m, r) -> field(m, "PID", 5, "N".repeat(501 + r.nextInt(5000))),
            (m, r) -> m.contains("ADT^A03") ? field(m, "PV1", 36, "Z" + r.nextInt(99)) : without(m, "PID"),
            (m, r) -> m + m,
            (m, r) -> m.replace("MSH|", one(r, "FHS|", "BHS|", "msh|", "MSG|", "")));

    private static final List<BiFunction<String, Random, String>> NOISE = List.of(
            (m, r) -> m,
            (m, r) -> m + "ZZ" + r.nextInt(9) + "|" + "|".repeat(r.nextInt(200)) + "\r",
            (m, r) -> m + "~^&|\\".repeat(r.nextInt(50)) + "\r",
            (m, r) -> m.replace("\r", "\r\n"),
            (m, r) -> field(m, "PID", 11, "\\X" + "GG".repeat(r.nextInt(9)) + "\\" + "^".repeat(r.nextInt(300))),
            (m, r) -> m.replace("PV1|1|O", "PV1|" + "~".repeat(r.nextInt(300)) + "|O"));

    private Malformed() {}

    static String message(Random random) {
        var good = Feed.sample(TRIGGERS.get(random.nextInt(TRIGGERS.size())));
        var noisy = NOISE.get(random.nextInt(NOISE.size())).apply(good, random);
        return BREAKING.get(random.nextInt(BREAKING.size())).apply(noisy, random);
    }

    /** Flips, drops, doubles and inserts bytes anywhere; what comes out may even be good. */
    static byte[] scrambled(Random random) {
        var bytes = Feed.sample(TRIGGERS.get(random.nextInt(TRIGGERS.size()))).getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(12); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "|^~\\&\r\n\"".charAt(random.nextInt(8));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int to = at + random.nextInt(bytes.length - at);
                    System.arraycopy(bytes, at, bytes, bytes.length - (to - at), to - at);
                }
            }
        }
        return bytes;
    }

    private static String time(Random r) {
        return one(
                r,
                "2026023" + r.nextInt(10),
                "20261301",
                "20260431",
                "2026042425",
                "202604246" + r.nextInt(10),
                "20260424120061",
                "tomorrow",
                "2026-04-24",
                "99999999",
                "0000",
                "202",
                "20260424+9999",
                "20260424120000." + "1".repeat(10));
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    static String field(String message, String segment, int field, String value) {
        return message.lines()
                .flatMap(l -> List.of(l.split("\r")).stream())
                .map(s -> s.startsWith(segment + "|") ? withField(s, field, value) : s)
                .collect(Collectors.joining("\r", "", "\r"));
    }

    private static String withField(String segment, int field, String value) {
        var fields = new java.util.ArrayList<>(List.of(segment.split("[|]", -1)));
        while (fields.size() <= field) {
            fields.add("");
        }
        fields.set(field, value);
        return String.join("|", fields);
    }

    private static String without(String message, String segment) {
        return message.lines()
                .flatMap(l -> List.of(l.split("\r")).stream())
                .filter(s -> !s.startsWith(segment + "|"))
                .collect(Collectors.joining("\r", "", "\r"));
    }
}
