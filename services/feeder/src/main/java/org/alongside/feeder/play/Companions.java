package org.alongside.feeder.play;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Chance;
import tools.jackson.databind.JsonNode;

/** Mentors and coaches: a first contact within days, then about one a week; some forget. */
final class Companions {

    private static final List<String> CHANNELS = List.of("in-person", "phone", "video", "text");
    private static final int WEEK = 7;
    private static final double KEEPS_IT_UP = 0.88;
    private static final double NEVER_CALLS = 0.03;
    private static final Duration BEFORE_THE_END_OF_DAY = Duration.ofHours(3);

    private final Doors doors;
    private final Doing doing;
    private final Chance chance;

    Companions(Doors doors, Doing doing, Chance chance) {
        this.doors = doors;
        this.doing = doing;
        this.chance = chance;
    }

    void work(Moment moment) {
        if (moment.endOfDay()) {
            Together.each(
                    doors.all(
                            "mentorship",
                            "/mentees?withPeer=true",
                            mentee -> mentee.path("patientId").asString()),
                    mentee -> meet(mentee, moment));
        }
    }

    private void meet(JsonNode mentee, Moment moment) {
        var match = mentee.path("match");
        var matchId = match.path("matchId").asString();
        var assigned = Instant.parse(match.path("assignedAt").asString());
        long days = Duration.between(assigned, moment.now()).toDays();
        long week = days / WEEK;
        boolean first = match.path("firstContactAt").isMissingNode()
                || match.path("firstContactAt").isNull();
        boolean today = days % WEEK == chance.between(0, 2, matchId, "day") || first && days >= 2;
        if (!today
                || chance.below(NEVER_CALLS, matchId, "never")
                || !first && !chance.below(KEEPS_IT_UP, matchId, "week" + week)) {
            return;
        }
        var usual = moment.now().minus(BEFORE_THE_END_OF_DAY);
        var at = (usual.isAfter(assigned) ? usual : moment.now()).truncatedTo(ChronoUnit.SECONDS);
        var key = "contact:" + matchId + ":" + week;
        var patient = mentee.path("patientId").asString();
        var deed = new Deed(
                Kind.CONTACT,
                key,
                patient,
                matchId,
                Map.of("at", at.toString(), "minutes", "" + chance.between(10, 60, key)));
        doing.once(
                deed,
                same -> doors.post(
                        "mentorship",
                        "/mentees/" + patient + "/contacts",
                        key,
                        Map.of(
                                "at", same.detail().get("at"),
                                "channel", chance.one(CHANNELS, key),
                                "minutes", Integer.valueOf(same.detail().get("minutes")))));
    }
}
