package org.alongside.feeder.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Chance;
import org.alongside.feeder.plan.Plan;

/** People who have left treatment and are asked how they are doing: most answer, and most are well. */
final class CheckIns {

    private static final double ANSWERS = 0.86;
    private static final Duration LAST_ASKED = Duration.ofDays(45);
    private static final List<String> DOING = List.of(
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "well",
            "struggling",
            "struggling",
            "struggling",
            "used",
            "not-safe");

    private final Plan plan;
    private final Doors doors;
    private final Doing doing;
    private final Faces faces;
    private final Chance chance;

    CheckIns(Plan plan, Doors doors, Doing doing, Faces faces, Chance chance) {
        this.plan = plan;
        this.doors = doors;
        this.doing = doing;
        this.faces = faces;
        this.chance = chance;
    }

    void work(Moment moment) {
        if (moment.endOfDay()) {
            var left = plan.people().stream()
                    .filter(person -> person.leaves().isBefore(moment.now())
                            && person.leaves().plus(LAST_ASKED).isAfter(moment.now()))
                    .flatMap(person -> faces.of(person).stream())
                    .toList();
            Together.each(left, this::read);
        }
    }

    private void read(String patient) {
        var journey = doors.get("continuum", "/journeys/" + patient);
        journey.body()
                .path("episodes")
                .forEach(episode -> episode.path("checkIns").forEach(checkIn -> {
                    if (checkIn.path("state").asString("").equals("due")) {
                        answer(patient, checkIn.path("checkInId").asString());
                    }
                }));
    }

    private void answer(String patient, String checkInId) {
        if (!chance.below(ANSWERS, checkInId, "answers")) {
            return;
        }
        var key = "answer:" + checkInId;
        doing.once(
                Deed.of(Kind.ANSWER, key, patient, checkInId),
                deed -> doors.post(
                        "continuum",
                        "/journeys/" + patient + "/check-ins/" + checkInId + "/answer",
                        key,
                        Map.of("doing", chance.one(DOING, checkInId, "doing"))));
    }
}
