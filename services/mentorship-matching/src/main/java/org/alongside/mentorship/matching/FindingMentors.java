package org.alongside.mentorship.matching;

import java.util.function.UnaryOperator;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.lane.ParkedLaneListener;
import org.alongside.mentorship.person.Person;
import org.springframework.stereotype.Component;

/** Finds a mentor for whoever intake and the hand-off speak of, as soon as it is known enough, and when time has come. */
@Component
class FindingMentors implements DueWork, ParkedLaneListener {

    private final Mentees mentees;

    FindingMentors(Mentees mentees) {
        this.mentees = mentees;
    }

    /** Whatever intake told of a person, in the order it told it. */
    void on(Incoming in, UnaryOperator<Person> fact) {
        mentees.learn(in.lane(), in.receipt(), u -> u.know(fact.apply(u.person)));
    }

    /** The hand-off needs a peer who goes on after discharge. A later request takes the place of an earlier one. */
    void asked(Incoming in, Continuity request) {
        mentees.learn(in.lane(), in.receipt(), u -> u.continuity = request);
    }

    /** Only what is asked now can be withdrawn; a match that was found for it stays. */
    void withdrawn(Incoming in, String requestId) {
        mentees.learn(in.lane(), in.receipt(), u -> {
            if (u.continuity != null && u.continuity.requestId().equals(requestId)) {
                u.continuity = null;
            }
        });
    }

    @Override
    public void parked(String source, String lane, String type) {}

    /** What was applied meanwhile proposed nobody, what was skipped decided nothing, and places went to others. */
    @Override
    public void unparked(String source, String lane) {
        due(lane);
    }

    @Override
    public String collection() {
        return "mentees";
    }

    @Override
    public void due(String patientId) {
        mentees.learn(patientId, Cause.OWN, u -> {});
    }
}
