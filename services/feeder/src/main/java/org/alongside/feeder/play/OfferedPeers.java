package org.alongside.feeder.play;

import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Chance;
import tools.jackson.databind.JsonNode;

/** People and mentors who answer the offers they see: most say yes, some no, a few too late. */
final class OfferedPeers {

    private static final double PATIENT_DECLINES = 0.07;
    private static final double MENTOR_DECLINES = 0.06;
    private static final double NOBODY_ANSWERS = 0.03;

    private final Doors doors;
    private final Doing doing;
    private final Chance chance;

    OfferedPeers(Doors doors, Doing doing, Chance chance) {
        this.doors = doors;
        this.doing = doing;
        this.chance = chance;
    }

    void work() {
        Together.each(doors.all("mentorship", "/mentees?state=offered", OfferedPeers::patient), this::answer);
    }

    private void answer(JsonNode mentee) {
        var offer = mentee.path("offer");
        var offerId = offer.path("offerId").asString();
        if (chance.below(NOBODY_ANSWERS, "offer", offerId)) {
            return;
        }
        if (!offer.path("patientAccepted").asBoolean()
                && !says("patient", patient(mentee), offerId, PATIENT_DECLINES)) {
            return;
        }
        if (!offer.path("mentorAccepted").asBoolean()) {
            says("mentor", patient(mentee), offerId, MENTOR_DECLINES);
        }
    }

    /** False when it ends here. */
    private boolean says(String side, String patient, String offerId, double declines) {
        boolean no = chance.below(declines, side, offerId);
        var key = (no ? "decline:" : "accept:") + offerId + ":" + side;
        var deed = new Deed(no ? Kind.DECLINE : Kind.ACCEPTANCE, key, patient, offerId, Map.of("by", side));
        var reply = doing.once(
                deed,
                same -> doors.post(
                        "mentorship",
                        "/mentees/" + patient + "/offers/" + offerId + (no ? "/decline" : "/acceptance"),
                        key,
                        Map.of("by", side)));
        return !no && reply.map(answer -> answer.done()).orElse(true);
    }

    private static String patient(JsonNode mentee) {
        return mentee.path("patientId").asString();
    }
}
