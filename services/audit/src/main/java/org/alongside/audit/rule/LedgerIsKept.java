package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.DOUBLED;
import static org.alongside.audit.finding.Count.LOST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alongside.audit.finding.Book;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lost and doubled, against everything in the ledger but ADT: each acknowledged change has its event in the person's lane,
 * and where one event is meant, one only.
 */
final class LedgerIsKept implements Rule {

    @Override
    public void look(World world, Book book) {
        var acceptances = new HashMap<String, Set<String>>();
        var meetings = Meeting.all(world);
        for (var entry : world.ledger().outcomes()) {
            if (entry.acknowledged() && world.whole(laneOf(entry))) {
                kept(entry, world, acceptances, meetings, book);
            }
        }
    }

    private static void kept(
            Entry entry, World world, Map<String, Set<String>> acceptances, Map<String, Meeting> meetings, Book book) {
        var lanes = world.lanes();
        switch (entry.kind()) {
            case CONSENT -> granted(entry, lane("intake", entry, lanes), book);
            case REVOCATION -> once(entry, lane("intake", entry, lanes), "consent-revoked", "consent.consentId", book);
            case PROFILE, RELEASE -> profile(entry, lane("intake", entry, lanes), book);
            case ACCEPTANCE -> accepted(entry, lane("mentorship", entry, lanes), acceptances, book);
            case DECLINE -> once(entry, lane("mentorship", entry, lanes), "mentor-declined", "offerId", book);
            case CONTACT -> contact(entry, lane("mentorship", entry, lanes), book);
            case ATTENDANCE -> attendance(entry, world, meetings, book);
            case CLOSURE -> once(entry, lane("continuum", entry, lanes), "outreach-task-closed", "taskId", book);
            case ANSWER -> once(entry, lane("continuum", entry, lanes), "check-in-answered", "checkInId", book);
            case COMMAND -> command(entry, lanes, book);
            case ADT, CLOCK -> {} // another rule's, and nobody's
        }
    }

    private static List<Fact> lane(String service, Entry entry, Map<Fact.LaneKey, List<Fact>> lanes) {
        return lanes.getOrDefault(new Fact.LaneKey(service, String.valueOf(entry.patient())), List.of());
    }

    private static String laneOf(Entry entry) {
        return entry.detail("lane").isEmpty() ? String.valueOf(entry.patient()) : entry.detail("lane");
    }

    /** A consent given before the admission may be told with it. */
    private static void granted(Entry entry, List<Fact> lane, Book book) {
        boolean told = lane.stream()
                .anyMatch(fact -> fact.is("patient-admitted")
                        && fact.data().path("consents").values().stream()
                                .anyMatch(consent ->
                                        consent.path("consentId").asString("").equals(entry.reference())));
        long granted = lane.stream()
                .filter(fact -> fact.is("consent-granted")
                        && fact.text("consent.consentId").equals(entry.reference()))
                .count();
        expect(entry, told ? Math.max(1, granted) : granted, "consent-granted", book);
    }

    private static void once(Entry entry, List<Fact> lane, String type, String field, Book book) {
        long told = lane.stream()
                .filter(fact -> fact.is(type) && fact.text(field).equals(entry.reference()))
                .count();
        expect(entry, told, type, book);
    }

    private static void expect(Entry entry, long told, String type, Book book) {
        if (told == 0) {
            lost(entry, type, book);
        } else if (told > 1) {
            book.fault(DOUBLED, "one-effect", entry.key(), "one acknowledged change has " + told + " " + type);
        }
    }

    private static void lost(Entry entry, String type, Book book) {
        book.fault(LOST, "acknowledged-and-told", entry.key(), "acknowledged, and no " + type + " is told");
    }

    /** The same wishes again keep their version and need no second event; a later version stands for the earlier ones. */
    private static void profile(Entry entry, List<Fact> lane, Book book) {
        Predicate<JsonNode> released = profile -> entry.kind() != Entry.Kind.RELEASE
                || profile.path("released").asBoolean(false)
                || profile.path("groupAgreement").asBoolean(false);
        int version = entry.detail("version").isEmpty() ? 0 : Integer.parseInt(entry.detail("version"));
        if (lane.stream()
                .filter(fact -> fact.is("peer-profile-updated", "patient-admitted"))
                .map(fact -> fact.data().path("profile"))
                .noneMatch(profile ->
                        profile.isObject() && profile.path("version").asInt(0) >= version && released.test(profile))) {
            lost(entry, "profile", book);
        }
    }

    /** What both sides have accepted is a match; one side alone may still see the other decline. */
    private static void accepted(Entry entry, List<Fact> lane, Map<String, Set<String>> acceptances, Book book) {
        var by = acceptances.computeIfAbsent(entry.reference(), offer -> new HashSet<>());
        by.add(entry.detail("by"));
        if (!by.containsAll(Set.of("patient", "mentor"))) {
            return;
        }
        var match = lane.stream()
                .filter(fact ->
                        fact.is("mentor-proposed") && fact.text("offerId").equals(entry.reference()))
                .map(fact -> fact.text("matchId"))
                .findFirst();
        if (match.isEmpty()
                || lane.stream()
                        .noneMatch(fact -> fact.is("mentor-assigned")
                                && fact.text("matchId").equals(match.get()))) {
            lost(entry, "mentor-assigned", book);
        }
    }

    private static void contact(Entry entry, List<Fact> lane, Book book) {
        var at = Instant.parse(entry.detail("at"));
        long told = lane.stream()
                .filter(fact -> fact.is("peer-contact-logged")
                        && Instant.parse(fact.text("at")).equals(at))
                .count();
        expect(entry, told, "peer-contact-logged", book);
    }

    /** The group answers for everybody; somebody who is frozen is told once their lane flows again. */
    private static void attendance(Entry entry, World world, Map<String, Meeting> meetings, Book book) {
        for (var outcome : List.of("present", "absent", "excused")) {
            for (var patient : entry.detail(outcome).split(" ")) {
                if (!patient.isEmpty() && world.whole(patient)) {
                    var lane = world.lanes().getOrDefault(new Fact.LaneKey("groups", patient), List.of());
                    long told = lane.stream()
                            .filter(fact -> fact.is("attendance-recorded")
                                    && fact.text("groupId").equals(entry.reference())
                                    && fact.text("outcome").equals(outcome)
                                    && on(entry.detail("date"), fact, meetings.get(entry.reference())))
                            .count();
                    if (told == 0 && world.frozen("groups", patient)) {
                        book.note("attendances that frozen people are told of later", 1);
                    } else {
                        expect(entry, told, "attendance-recorded", book);
                    }
                }
            }
        }
    }

    /** The ledger has the local date of the session and the event its instant. */
    private static boolean on(String date, Fact fact, @Nullable Meeting meeting) {
        var at = Instant.parse(fact.text("sessionAt"));
        var there = meeting == null ? at.atZone(ZoneOffset.UTC).toLocalDate() : meeting.dateOf(at);
        return there.equals(LocalDate.parse(date));
    }

    /** What tells nothing, such as a try to reach somebody, names no event and cannot be looked for. */
    private static void command(Entry entry, Map<Fact.LaneKey, List<Fact>> lanes, Book book) {
        var event = entry.detail("event");
        if (event.isEmpty()) {
            return;
        }
        var lane = laneOf(entry);
        var field = entry.detail("field");
        long told = World.SERVICES.stream()
                .flatMap(service -> lanes.getOrDefault(new Fact.LaneKey(service, lane), List.of()).stream())
                .filter(fact -> fact.is(event.split(" "))
                        && (field.isEmpty() || fact.text(field).equals(entry.detail("value"))))
                .count();
        boolean once = entry.detail("once").equals("true");
        expect(entry, once ? told : Math.min(told, 1), event.replace(" ", " or "), book);
    }
}
