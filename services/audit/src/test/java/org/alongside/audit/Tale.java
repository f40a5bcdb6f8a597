package org.alongside.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.alongside.audit.finding.Findings;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Ledger;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.Stored;
import org.alongside.audit.world.World;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A world as it should be, told event by event, with documents to match; tests then break one thing in it. */
final class Tale {

    static final String ANN = "a".repeat(32);
    static final String BEN = "b".repeat(32);
    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> COLLECTIONS =
            Map.of("intake", "patients", "mentorship", "mentees", "groups", "participants", "continuum", "journeys");
    private static final Map<String, String> SUBJECTS =
            Map.of("intake", "patient", "mentorship", "mentee", "groups", "participant", "continuum", "journey");

    final List<Fact> facts = new ArrayList<>();
    final List<Entry> ledger = new ArrayList<>();
    private final List<Stored> kept = new ArrayList<>();
    private final Map<String, Long> seqs = new HashMap<>();
    private final Map<List<String>, ObjectNode> documents = new LinkedHashMap<>();
    private final TreeSet<String> people = new TreeSet<>();
    private final Map<String, Set<Integer>> shortened = new HashMap<>();
    private Instant clock = START;

    Tale later(Duration by) {
        clock = clock.plus(by);
        return this;
    }

    Instant now() {
        return clock;
    }

    /** @param payload the inside of the JSON object, with single quotes; patientId is added */
    Tale tell(String service, String patient, String type, String payload) {
        people.add(patient);
        var inside = "'patientId':'" + patient + "'" + (payload.isEmpty() ? "" : "," + payload);
        return tell(service, patient, SUBJECTS.get(service) + "/" + patient, type, inside);
    }

    Tale tell(String service, String key, String subject, String type, String inside) {
        clock = clock.plusMillis(10);
        long seq = seqs.merge(service + key, 1L, Long::sum);
        facts.add(new Fact(
                service,
                0,
                facts.size(),
                key,
                "event-" + facts.size(),
                type,
                "urn:alongside:" + service + ":" + type + ":1.0.0",
                subject,
                seq,
                clock,
                JSON.readTree(("{" + inside + "}").replace('\'', '"'))));
        return this;
    }

    Fact last() {
        return facts.getLast();
    }

    /** What was told so far and is forgotten was deleted for its age. */
    Tale forget(Predicate<Fact> forgotten) {
        facts.stream().filter(forgotten).forEach(fact -> shortened.put(fact.service(), Set.of(0)));
        facts.removeIf(forgotten);
        return this;
    }

    Tale keep(String service, String collection, String id, String state) {
        var content = JSON.createObjectNode().put("version", 1L).put("seq", seqs.getOrDefault(service + id, 0L));
        content.set("state", JSON.readTree(state.replace('\'', '"')));
        kept.add(new Stored(service, collection, id, content));
        return this;
    }

    /** A lane or person document can be changed before the audit looks. */
    ObjectNode document(String service, String id) {
        return documents.computeIfAbsent(List.of(service, id), key -> {
            var content = JSON.createObjectNode().put("version", 7L).put("seq", seqs.getOrDefault(service + id, 0L));
            var receipts = content.putObject("receipts");
            COLLECTIONS.keySet().forEach(source -> receipts.put(source, seqs.getOrDefault(source + id, 0L)));
            return content;
        });
    }

    /** A lane of the person is parked in the service. */
    Tale frozen(String service, String id) {
        document(service, id).putObject("frozen").put("intake", true);
        return this;
    }

    Tale acknowledged(Entry.Kind kind, String patient, String reference, Map<String, String> detail) {
        return entry(kind, Entry.State.ACKNOWLEDGED, patient, reference, detail);
    }

    Tale entry(Entry.Kind kind, Entry.State state, String patient, String reference, Map<String, String> detail) {
        ledger.add(new Entry(clock, kind, "key-" + ledger.size(), state, patient, reference, detail));
        return this;
    }

    Tale adt(String trigger, String patient, String visit) {
        clock = clock.plusSeconds(1);
        return acknowledged(
                Entry.Kind.ADT,
                patient,
                visit,
                new TreeMap<>(Map.of("trigger", trigger, "recorded", clock.toString())));
    }

    World world() {
        people.forEach(person -> COLLECTIONS.keySet().forEach(service -> document(service, person)));
        var all = new ArrayList<>(kept);
        documents.forEach((key, content) ->
                all.add(new Stored(key.getFirst(), COLLECTIONS.get(key.getFirst()), key.getLast(), content)));
        return new World(facts, all, new Ledger(ledger, false), List.of(), shortened);
    }

    Findings audited() {
        return Audit.judge(world(), null);
    }

    // what everybody's tale begins with

    Tale admitted(String patient) {
        return tell("intake", patient, "patient-admitted", "'admissionId':'" + patient + "-a1'");
    }

    Tale discharged(String patient) {
        return tell(
                "intake",
                patient,
                "patient-discharged",
                "'admissionId':'" + patient + "-a1','disposition':'completed'");
    }

    Tale proposed(String patient, int match, String mentor) {
        return tell(
                "mentorship",
                patient,
                "mentor-proposed",
                "'offerId':'%s-o%d','matchId':'%s-m%d','mentorId':'%s'"
                        .formatted(patient, match, patient, match, mentor));
    }

    Tale assigned(String patient, int match, String mentor) {
        return tell("mentorship", patient, "mentor-assigned", match(patient, match, mentor));
    }

    Tale ended(String patient, int match, String mentor) {
        return tell("mentorship", patient, "mentor-assignment-ended", match(patient, match, mentor));
    }

    private static String match(String patient, int match, String mentor) {
        return "'matchId':'%s-m%d','mentorId':'%s'".formatted(patient, match, mentor);
    }

    Tale seated(String patient, int seat, String group) {
        return tell("groups", patient, "seat-reserved", seat(patient, seat, group));
    }

    Tale left(String patient, int seat, String group) {
        return tell("groups", patient, "seat-released", seat(patient, seat, group));
    }

    private static String seat(String patient, int seat, String group) {
        return "'seatId':'%s-s%d','groupId':'%s'".formatted(patient, seat, group);
    }

    Tale group(String id, String phase, int capacity, String day, String from, String to, String claims) {
        return keep("groups", "groups", id, """
                {'plan':{'phase':'%s','capacity':%d,'series':{'window':{'days':['%s'],'from':'%s','to':'%s',
                'zone':'America/Chicago'}}},'places':{'claims':{%s}}}
                """.formatted(phase, capacity, day, from, to, claims));
    }

    static String claim(String claim, String patient) {
        return "'%s':{'patientId':'%s'}".formatted(claim, patient);
    }

    Tale mentor(String id, int capacity, String places) {
        return keep("mentorship", "mentors", id, "{'capacity':%d,'places':{%s}}".formatted(capacity, places));
    }

    Tale handOff(String patient, String type) {
        return tell(
                "continuum", patient, type, "'admissionId':'%s-a1','handoffId':'%s-h1'".formatted(patient, patient));
    }

    Tale task(String patient, String assignee) {
        return tell(
                "continuum",
                patient,
                "outreach-task-raised",
                "'admissionId':'%s-a1','taskId':'%s-t1','reason':'alumni-seat-overdue','assignee':'%s','handoffId':'%s-h1'"
                        .formatted(patient, patient, assignee, patient));
    }

    Tale closed(String patient, String outcome) {
        return tell(
                "continuum",
                patient,
                "outreach-task-closed",
                "'admissionId':'%s-a1','taskId':'%s-t1','outcome':'%s'".formatted(patient, patient, outcome));
    }
}
