package org.alongside.audit.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of an audit.
 *
 * @param handOffs those for which a compatible alumni seat was free
 * @param read how much was read, by topic, collection and ledger
 * @param notes what is legal and worth knowing
 */
public record Findings(List<Fault> faults, List<HandOff> handOffs, Map<String, Long> read, Map<String, Long> notes) {

    /** The share of hand-offs, of those with a compatible free seat, that shall be secured without a task. */
    public static final double SECURED_WANTED = 0.95;

    /** A note: lanes that wait, whole and in order, until staff have looked at the record at which they stopped. */
    public static final String LANES_PARKED = "lanes parked";

    private static final int NAMED_AT_MOST = 20;

    public List<Fault> faults(Count count) {
        return faults.stream().filter(fault -> fault.count() == count).toList();
    }

    public long number(Count count) {
        return faults(count).size();
    }

    /** All counts are zero. The share of hand-offs is a figure to read, not one of them. */
    public boolean allZero() {
        return faults.isEmpty();
    }

    /** 1 when there was no hand-off that could have been secured. */
    public double securedShare() {
        return handOffs.isEmpty()
                ? 1
                : (double) handOffs.stream().filter(HandOff::secured).count() / handOffs.size();
    }

    /** Every count with its number, in their order and as they are printed. */
    public Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        for (var count : Count.values()) {
            counts.put(count.label(), number(count));
        }
        return counts;
    }

    public String json() {
        var report = new LinkedHashMap<String, Object>();
        report.put("clean", allZero());
        report.put("counts", counts());
        report.put("faults", faults.stream().map(Findings::described).toList());
        report.put(
                "handOffs",
                Map.of(
                        "withFreeSeat", handOffs.size(),
                        "securedShare", securedShare(),
                        "notSecured",
                                handOffs.stream()
                                        .filter(handOff -> !handOff.secured())
                                        .toList()));
        report.put("read", read);
        report.put("notes", notes);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static Map<String, String> described(Fault fault) {
        return Map.of(
                "count", fault.count().label(), "rule", fault.rule(), "about", fault.about(), "what", fault.what());
    }

    /** For people: what was read, the counts, and the first faults of each by name. */
    public String text() {
        var text = new StringBuilder("Read\n");
        read.forEach((what, amount) -> text.append("  %,9d  %s%n".formatted(amount, what)));
        notes.forEach((what, amount) -> text.append("  %,9d  %s%n".formatted(amount, what)));
        text.append("Counted\n");
        for (var count : Count.values()) {
            text.append("  %,9d  %s%n".formatted(number(count), count.label()));
            faults(count).stream()
                    .limit(NAMED_AT_MOST)
                    .forEach(fault -> text.append(
                            "             %s: %s (%s)%n".formatted(fault.about(), fault.what(), fault.rule())));
        }
        text.append(
                "Hand-offs for which a compatible alumni seat was free: %d, secured without a task: %.1f %% (wanted: %.0f %%)%n"
                        .formatted(handOffs.size(), 100 * securedShare(), 100 * SECURED_WANTED));
        handOffs.stream()
                .filter(handOff -> !handOff.secured())
                .forEach(handOff -> text.append("             %s: %s (%s)%n"
                        .formatted(handOff.patient(), handOff.missing(), handOff.handoff())));
        return text.toString();
    }
}
