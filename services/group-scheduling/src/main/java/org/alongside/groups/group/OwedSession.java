package org.alongside.groups.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.alongside.eventing.document.Owed;
import org.alongside.groups.timetable.Session;

/** A session that people are yet to be told of, as it was when that was decided; the plan may be another by then. */
public final class OwedSession {

    private OwedSession() {}

    static Map<String, String> details(Session session) {
        return Map.of(
                "date", session.date().toString(),
                "startsAt", session.startsAt().toString(),
                "zone", session.zone(),
                "minutes", Integer.toString(session.minutes()));
    }

    static Map<String, String> details(Session session, String outcome) {
        var all = new HashMap<>(details(session));
        all.put("outcome", outcome);
        return all;
    }

    public static Session of(Owed owed) {
        return new Session(
                LocalDate.parse(owed.detail("date")),
                Instant.parse(owed.detail("startsAt")),
                owed.detail("zone"),
                Integer.parseInt(owed.detail("minutes")),
                false);
    }
}
