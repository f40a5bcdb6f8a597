package org.alongside.mentorship.matching;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.ranking.Candidate;
import org.springframework.stereotype.Component;

/** Every change of a mentee: something happens, then what follows from it, in one write. */
@Component
final class Mentees {

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;
    private final Matching matching;

    Mentees(Documents<Mentee> mentees, Documents<Mentor> mentors, Matching matching) {
        this.mentees = mentees;
        this.mentors = mentors;
        this.matching = matching;
    }

    /** A fact about a person, who may not be known yet. */
    void learn(String patientId, Cause cause, Consumer<Unfolding> fact) {
        change(patientId, cause, (u, roster) -> fact.accept(u), new Roster(mentors));
    }

    /** A command about a person who must be known. */
    void decide(String patientId, Cause cause, BiConsumer<Unfolding, Roster> command) {
        known(patientId);
        change(patientId, cause, command, new Roster(mentors));
    }

    /** Looks at the person again, with the places this pass has promised already taken off. */
    void lookAgain(String patientId, Roster roster) {
        change(patientId, Cause.OWN, (u, r) -> {}, roster);
    }

    /** Looks at the person again for the sake of one mentor: whom that one does not fit stays as they are. */
    void lookAgain(String patientId, Candidate mentor, Roster roster) {
        mentees.change(patientId, Cause.OWN, (kept, now) -> {
            var unfolding = new Unfolding(kept, now);
            if (matching.fits(unfolding, mentor)) {
                matching.proceed(unfolding, roster, kept.frozen());
            }
            return unfolding.decision();
        });
    }

    private void change(String patientId, Cause cause, BiConsumer<Unfolding, Roster> how, Roster roster) {
        mentees.change(patientId, cause, (kept, now) -> {
            var unfolding = new Unfolding(kept, now);
            how.accept(unfolding, roster);
            matching.proceed(unfolding, roster, kept.frozen());
            return unfolding.decision();
        });
    }

    Kept<Mentee> known(String patientId) {
        return mentees.find(patientId)
                .filter(kept -> kept.state() != null)
                .orElseThrow(
                        () -> Refused.unknown("unknown-person", "patientId", "Matching has not heard of this person."));
    }
}
