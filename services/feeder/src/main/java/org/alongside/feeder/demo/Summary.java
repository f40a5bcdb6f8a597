package org.alongside.feeder.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alongside.audit.finding.Count;
import org.alongside.audit.finding.Findings;
import org.alongside.audit.finding.HandOff;
import org.alongside.feeder.http.Doors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of it all: for people as text, for tests as JSON with the question behind each number. */
record Summary(List<Figure> figures, List<Task> tasks, Overlap overlap, Speed speed, Findings audit) {

    private static final int FAULTS_SHOWN = 5;

    /** @param person the opaque id */
    record Task(String reason, String assignee, String due, String person) {

        static Task of(JsonNode task) {
            return new Task(
                    task.path("reason").asString(),
                    task.path("assignee").path("name").asString(),
                    task.path("due").asString(),
                    task.path("patientId").asString());
        }
    }

    static Summary of(Doors doors, Speed speed, Findings audit) {
        return new Summary(
                figures(doors),
                doors
                        .all(
                                "continuum",
                                "/tasks?state=open",
                                row -> row.path("taskId").asString())
                        .stream()
                        .map(Task::of)
                        .toList(),
                Overlap.of(doors.all(
                        "groups", Overlap.PATH, row -> row.path("patientId").asString())),
                speed,
                audit);
    }

    private static List<Figure> figures(Doors doors) {
        var all = new ArrayList<Figure>();
        for (var pointer : List.of(
                "/admitted",
                "/discharged",
                "/handoffs/started",
                "/handoffs/securedNow",
                "/handoffs/securedWithoutTask",
                "/handoffs/openNow",
                "/handoffs/completed",
                "/tasks/open",
                "/tasks/closed",
                "/checkIns/due",
                "/checkIns/answered",
                "/checkIns/missed")) {
            var name = pointer.substring(1).replace('/', '-').toLowerCase(Locale.ROOT);
            all.add(Figure.number(name, doors, "continuum", "/summary", pointer));
        }
        all.add(Figure.rows("with-a-peer", doors, "mentorship", "/mentees?withPeer=true"));
        all.add(Figure.rows("offered-a-peer", doors, "mentorship", "/mentees?state=offered"));
        all.add(Figure.rows("waiting-for-a-peer", doors, "mentorship", "/mentees?state=waiting"));
        all.add(Figure.rows("seated", doors, "groups", "/participants?state=seated"));
        all.add(Figure.rows("waiting-for-a-seat", doors, "groups", "/participants?state=waiting"));
        all.add(Figure.rows("tasks-listed", doors, "continuum", "/tasks?state=open"));
        return all;
    }

    long value(String name) {
        return figures.stream()
                .filter(f -> f.name().equals(name))
                .mapToLong(Figure::value)
                .sum();
    }

    /** The counts are zero, nothing waits for staff to repair it, and of the hand-offs that could be secured nearly all are. */
    boolean good() {
        return audit.allZero()
                && audit.notes().getOrDefault(Findings.LANES_PARKED, 0L) == 0
                && audit.securedShare() >= Findings.SECURED_WANTED;
    }

    String text() {
        var text = new StringBuilder("\nWhat came of it\n");
        line(text, "admitted", "%d people, %d of them discharged by now", value("admitted"), value("discharged"));
        line(
                text,
                "a peer",
                "%d walk with one, %d have an offer, %d wait for room",
                value("with-a-peer"),
                value("offered-a-peer"),
                value("waiting-for-a-peer"));
        line(
                text,
                "  offered",
                "in the half-day in which profile and consent were there: %s",
                speed.atOnce().in("s"));
        line(text, "", "later, for want of room: %s", speed.waited().in("days of the centre's time"));
        line(text, "a seat", "%d sit in a group, %d wait for one", value("seated"), value("waiting-for-a-seat"));
        line(
                text,
                "  in line",
                "for a full group, until a seat was theirs: %s",
                speed.inLine().ofWaits("days"));
        line(
                text,
                "handed off",
                "%d hand-offs begun; all four lines secured in %d, in %d of them without any task; open %d",
                value("handoffs-started"),
                value("handoffs-securednow"),
                value("handoffs-securedwithouttask"),
                value("handoffs-opennow"));
        line(
                text,
                "  overlap",
                "both seats held at once: %s",
                overlap.bothSeats().in("days"));
        line(
                text,
                "",
                "alumni session only after the last peer seat of treatment: %s",
                overlap.gap().in("days later"));
        line(
                text,
                "check-ins",
                "%d asked, %d answered, %d missed",
                value("checkins-due"),
                value("checkins-answered"),
                value("checkins-missed"));
        line(text, "tasks", "%d closed, %d open:", value("tasks-closed"), value("tasks-open"));
        byReason().forEach((what, people) -> line(text, "", "%3d x %s", people, what));
        text.append(audited());
        return text.toString();
    }

    private Map<String, Integer> byReason() {
        var counts = new TreeMap<String, Integer>();
        tasks.forEach(task -> counts.merge(task.reason() + ", " + task.assignee(), 1, Integer::sum));
        return counts;
    }

    private String audited() {
        var text = new StringBuilder("\nAudit, from topics and stores alone\n");
        line(
                text,
                "counts",
                "%s",
                audit.counts().entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(" · ")));
        for (var count : Count.values()) {
            audit.faults(count).stream()
                    .limit(FAULTS_SHOWN)
                    .forEach(fault ->
                            line(text, "  " + count.label(), "%s: %s (%s)", fault.about(), fault.what(), fault.rule()));
        }
        audit.notes().forEach((what, amount) -> {
            if (amount > 0) {
                line(text, "  noted", "%,d %s", amount, what);
            }
        });
        audit.read().forEach((what, amount) -> line(text, "  read", "%,d %s", amount, what));
        line(
                text,
                "hand-offs",
                "%.1f %% of %d with a compatible alumni seat free secured without a task (wanted: %.0f %%)",
                100 * audit.securedShare(),
                audit.handOffs().size(),
                100 * Findings.SECURED_WANTED);
        audit.handOffs().stream()
                .filter(handOff -> !handOff.secured())
                .forEach(handOff -> line(text, "  not so", "%s: %s", handOff.patient(), handOff.missing()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-12s " + format + "%n", prepend(what, values)));
    }

    private static Object[] prepend(String what, Object[] values) {
        var all = new Object[values.length + 1];
        all[0] = what;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    String json() {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("good", good());
        whole.put("figures", figures);
        whole.put("openTasks", tasks);
        whole.put("daysWithBothSeats", overlap.bothSeats());
        whole.put("daysWithoutASeat", overlap.gap());
        whole.put("secondsToAnOffer", speed.atOnce());
        whole.put("daysToAnOfferAfterAWait", speed.waited());
        whole.put("daysInLineForASeat", speed.inLine());
        whole.put("audit", audit.counts());
        whole.put("notes", audit.notes());
        whole.put("read", audit.read());
        whole.put("handOffsWithAFreeSeat", audit.handOffs().size());
        whole.put("securedShare", audit.securedShare());
        whole.put(
                "notSecured",
                audit.handOffs().stream()
                        .filter(h -> !h.secured())
                        .map(HandOff::patient)
                        .toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }
}
