package org.alongside.mentorship.matching;

import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.ClaimOutcome;
import org.alongside.mentorship.mentor.Mentor;
import org.springframework.stereotype.Component;

/** Claims the place a mentee was proposed for; only then anybody hears of the proposal. */
@Component
class ClaimingPlaces implements OwedWork<ClaimOutcome> {

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;
    private final Matching matching;

    ClaimingPlaces(Documents<Mentee> mentees, Documents<Mentor> mentors, Matching matching) {
        this.mentees = mentees;
        this.mentors = mentors;
        this.matching = matching;
    }

    @Override
    public String collection() {
        return "mentees";
    }

    @Override
    public String want() {
        return Unfolding.CLAIM;
    }

    @Override
    public ClaimOutcome carryOut(String patientId, String matchId, Owed owed) {
        var checked = owed.details().get("terms");
        boolean afterDischarge = Boolean.parseBoolean(owed.details().get("afterDischarge"));
        var outcome = mentors.change(owed.target(), Cause.OWN, ClaimOutcome.class, (kept, now) -> {
            var mentor = kept.state();
            return mentor == null
                    ? Decision.<Mentor, ClaimOutcome>unchanged().answering(ClaimOutcome.REFUSED)
                    : mentor.claim(
                            kept,
                            matchId,
                            patientId,
                            checked == null ? null : Integer.valueOf(checked),
                            afterDischarge,
                            now);
        });
        return outcome == null ? ClaimOutcome.REFUSED : outcome;
    }

    @Override
    public void settle(String patientId, String matchId, Owed owed, ClaimOutcome outcome) {
        var wanted = mentees.change(
                patientId, Cause.OWN, Boolean.class, (kept, now) -> settled(kept, matchId, outcome, now));
        if (outcome == ClaimOutcome.TAKEN && !Boolean.TRUE.equals(wanted)) {
            mentors.change(owed.target(), Cause.OWN, (kept, now) -> {
                var mentor = kept.state();
                return mentor == null ? Decision.unchanged() : mentor.release(kept, matchId, false);
            });
        }
    }

    /** Answers whether the mentee still wants the place, once it was looked at again in the write itself. */
    private Decision<Mentee, Boolean> settled(Kept<Mentee> kept, String matchId, ClaimOutcome outcome, Instant now) {
        var mentee = kept.orElse(Mentee.SHELL);
        var entry = kept.owed().get(matchId);
        boolean owes = entry != null && entry.want().equals(Unfolding.CLAIM);
        if (!owes) {
            return Decision.<Mentee, Boolean>unchanged().answering(mentee.names(matchId));
        }
        var u = new Unfolding(kept, now);
        u.settle(matchId);
        boolean wanted = mentee.names(matchId);
        if (wanted && outcome == ClaimOutcome.REFUSED) {
            fallBack(u, matchId);
        }
        matching.proceed(u, new Roster(mentors), kept.frozen());
        if (u.search instanceof Search.Claiming claiming
                && claiming.proposal().matchId().equals(matchId)) {
            matching.offer(u, claiming.proposal());
        }
        return u.<Boolean>decision().answering(wanted);
    }

    private static void fallBack(Unfolding u, String matchId) {
        var match = u.match;
        if (match != null && match.matchId().equals(matchId)) {
            u.endMatch(match, Side.PROGRAMME, EndReason.Found.NO_PLACE, false);
        } else {
            u.withdraw(Side.STAFF);
        }
        u.forget(matchId);
    }
}
