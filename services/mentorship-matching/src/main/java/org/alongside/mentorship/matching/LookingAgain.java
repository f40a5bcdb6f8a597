package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.Mentor;
import org.springframework.stereotype.Component;

/**
 * A mentor changed: each person they have a place for is looked at again, each failing alone. Whoever is frozen stays as
 * they are and is looked at as soon as their lane flows again.
 */
@Component
class LookingAgain implements OwedWork<Boolean> {

    private final Mentees changes;
    private final Documents<Mentor> mentors;

    LookingAgain(Mentees changes, Documents<Mentor> mentors) {
        this.changes = changes;
        this.mentors = mentors;
    }

    @Override
    public String collection() {
        return "mentors";
    }

    @Override
    public String want() {
        return Mentor.LOOK_AGAIN;
    }

    @Override
    public Boolean carryOut(String mentorId, String entry, Owed owed) {
        changes.lookAgain(owed.target(), new Roster(mentors));
        return true;
    }

    @Override
    public void settle(String mentorId, String entry, Owed owed, Boolean done) {
        mentors.change(
                mentorId,
                Cause.OWN,
                (kept, now) -> kept.owed().containsKey(entry)
                        ? Decision.<Mentor, Void>unchanged().settling(entry)
                        : Decision.unchanged());
    }
}
