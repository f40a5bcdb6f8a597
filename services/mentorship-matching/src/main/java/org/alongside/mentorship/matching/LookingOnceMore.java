package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.Mentor;
import org.springframework.stereotype.Component;

/** Looks at a person once more after they began to wait, because a place may have been freed in the very moment. */
@Component
class LookingOnceMore implements OwedWork<Boolean> {

    private final Mentees changes;
    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    LookingOnceMore(Mentees changes, Documents<Mentee> mentees, Documents<Mentor> mentors) {
        this.changes = changes;
        this.mentees = mentees;
        this.mentors = mentors;
    }

    @Override
    public String collection() {
        return "mentees";
    }

    @Override
    public String want() {
        return Unfolding.LOOK;
    }

    @Override
    public Boolean carryOut(String patientId, String entry, Owed owed) {
        changes.lookAgain(patientId, new Roster(mentors));
        return true;
    }

    @Override
    public void settle(String patientId, String entry, Owed owed, Boolean done) {
        mentees.change(
                patientId,
                Cause.OWN,
                (kept, now) -> kept.owed().containsKey(entry)
                        ? Decision.<Mentee, Void>unchanged().settling(entry)
                        : Decision.unchanged());
    }
}
