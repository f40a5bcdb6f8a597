package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.Mentor;
import org.springframework.stereotype.Component;

/** Gives back a place that a mentee held or had claimed. */
@Component
class ReleasingPlaces implements OwedWork<Boolean> {

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    ReleasingPlaces(Documents<Mentee> mentees, Documents<Mentor> mentors) {
        this.mentees = mentees;
        this.mentors = mentors;
    }

    @Override
    public String collection() {
        return "mentees";
    }

    @Override
    public String want() {
        return Unfolding.RELEASE;
    }

    @Override
    public Boolean carryOut(String patientId, String matchId, Owed owed) {
        boolean counts = Boolean.parseBoolean(owed.detail("counts"));
        mentors.change(owed.target(), Cause.OWN, (kept, now) -> {
            var mentor = kept.state();
            return mentor == null ? Decision.unchanged() : mentor.release(kept, matchId, counts);
        });
        return true;
    }

    @Override
    public void settle(String patientId, String matchId, Owed owed, Boolean done) {
        mentees.change(patientId, Cause.OWN, (kept, now) -> {
            var entry = kept.owed().get(matchId);
            return entry == null || !entry.want().equals(Unfolding.RELEASE)
                    ? Decision.unchanged()
                    : Decision.<Mentee, Void>unchanged().settling(matchId);
        });
    }
}
