package org.alongside.groups.participant;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;

/** Gives a group back the place that a person has left. */
class ReleasingSeats implements OwedWork<Boolean> {

    private final Documents<Group> groups;
    private final SeatingParticipants seating;

    ReleasingSeats(Documents<Group> groups, SeatingParticipants seating) {
        this.groups = groups;
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "participants";
    }

    @Override
    public String want() {
        return Round.RELEASE;
    }

    @Override
    public Boolean carryOut(String patientId, String seatId, Owed owed) {
        groups.change(
                owed.target(), Cause.OWN, (kept, now) -> kept.orElseThrow().release(seatId, now));
        return true;
    }

    @Override
    public void settle(String patientId, String seatId, Owed owed, Boolean done) {
        seating.released(patientId, seatId);
    }
}
