package org.alongside.feeder.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.centre.Group;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Reply;
import org.alongside.feeder.plan.Chance;

/** Whoever leads a group: attendance after each session, and now and then a session called off two days ahead. */
final class Facilitators {

    private static final Duration LOOKS_BACK = Duration.ofHours(36);
    private static final Duration AHEAD = Duration.ofHours(48);
    private static final double CALLED_OFF = 0.02;
    private static final double EXCUSED = 0.05;
    private static final double LEAST_FAITHFUL = 0.72;
    private static final double SPREAD = 0.26;

    private final List<Group> groups;
    private final Doors doors;
    private final Doing doing;
    private final Chance chance;
    private final Set<String> nobodyThere = ConcurrentHashMap.newKeySet();

    Facilitators(List<Group> groups, Doors doors, Doing doing, Chance chance) {
        this.groups = groups;
        this.doors = doors;
        this.doing = doing;
        this.chance = chance;
    }

    void work(Moment moment) {
        var ahead = groups.stream()
                .flatMap(group -> group.endedBetween(
                        moment.now().plus(AHEAD), moment.now().plus(AHEAD).plus(LOOKS_BACK)))
                .filter(this::calledOff)
                .toList();
        Together.each(ahead, this::callOff);
        var held = groups.stream()
                .flatMap(group -> group.endedBetween(moment.now().minus(LOOKS_BACK), moment.now()))
                .filter(session -> !calledOff(session) && !nobodyThere.contains(key(session)))
                .filter(session -> !doing.book().settled(key(session)))
                .toList();
        Together.each(held, this::take);
    }

    private boolean calledOff(Group.Session session) {
        return chance.below(CALLED_OFF, session.groupId(), session.date().toString());
    }

    private void callOff(Group.Session session) {
        var key = "off:" + session.groupId() + ":" + session.date();
        doing.once(
                Deed.command("session-cancellation", key, null, session.groupId()),
                deed -> doors.post("groups", path(session) + "/cancellation", key, Map.of("reason", "facilitator-ill")),
                reply -> deed -> deed.with(Map.of(
                        "event",
                        "session-cancelled",
                        "lane",
                        session.groupId(),
                        "field",
                        "startsAt",
                        "value",
                        reply.body().path("startsAt").asString(),
                        "once",
                        "true")));
    }

    /** A sheet that was sent before is sent again as it was, whoever has come or gone since. */
    private void take(Group.Session session) {
        var key = key(session);
        boolean begun = doing.book().find(key).isPresent();
        Map<String, String> sheet = begun ? Map.of() : sheet(session);
        if (!begun && sheet.isEmpty()) {
            nobodyThere.add(key);
            return;
        }
        doing.once(new Deed(Kind.ATTENDANCE, key, null, session.groupId(), sheet), deed -> send(session, deed));
    }

    private Map<String, String> sheet(Group.Session session) {
        var lists = new HashMap<String, List<String>>();
        doors.get("groups", path(session) + "/roster")
                .body()
                .path("participants")
                .forEach(seat -> {
                    var patient = seat.path("patientId").asString();
                    lists.computeIfAbsent(outcome(patient, session), outcome -> new ArrayList<>())
                            .add(patient);
                });
        var sheet = new HashMap<String, String>();
        lists.forEach((outcome, people) -> sheet.put(outcome, String.join(" ", people)));
        if (!sheet.isEmpty()) {
            sheet.put("date", session.date().toString());
        }
        return sheet;
    }

    private String outcome(String patient, Group.Session session) {
        double drawn = chance.of(patient, session.groupId(), session.date().toString());
        double faithful = LEAST_FAITHFUL + SPREAD * chance.of(patient, "faithful");
        return drawn < faithful ? "present" : drawn > 1 - EXCUSED ? "excused" : "absent";
    }

    private Reply send(Group.Session session, Deed deed) {
        return doors.post(
                "groups",
                path(session) + "/attendance",
                deed.key(),
                Map.of(
                        "present", people(deed, "present"),
                        "absent", people(deed, "absent"),
                        "excused", people(deed, "excused")));
    }

    private static List<String> people(Deed deed, String outcome) {
        var text = deed.detail().getOrDefault(outcome, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static String path(Group.Session session) {
        return "/groups/" + session.groupId() + "/sessions/" + session.date();
    }

    private static String key(Group.Session session) {
        return "attendance:" + session.groupId() + ":" + session.date();
    }
}
