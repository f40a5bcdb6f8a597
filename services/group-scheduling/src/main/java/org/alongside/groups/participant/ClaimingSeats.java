package org.alongside.groups.participant;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Ask;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Outcome;

/** Asks a group for the place that a person's document wants. */
class ClaimingSeats implements OwedWork<Outcome> {

    private final Documents<Group> groups;
    private final SeatingParticipants seating;

    ClaimingSeats(Documents<Group> groups, SeatingParticipants seating) {
        this.groups = groups;
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "participants";
    }

    @Override
    public String want() {
        return Ask.WANT;
    }

    @Override
    public Outcome carryOut(String patientId, String seatId, Owed owed) {
        var ask = Ask.of(patientId, seatId, owed);
        return groups.answer(
                owed.target(),
                Cause.OWN,
                Outcome.class,
                (kept, now) -> kept.orElseThrow().answer(ask, now));
    }

    @Override
    public void settle(String patientId, String seatId, Owed owed, Outcome outcome) {
        if (!seating.answered(patientId, seatId, outcome)) {
            groups.change(
                    owed.target(), Cause.OWN, (kept, now) -> kept.orElseThrow().release(seatId, now));
        }
    }
}
