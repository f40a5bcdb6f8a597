package org.alongside.groups.participant;

import org.alongside.eventing.document.DueWork;

/**
 * Looks at a person again when time alone has changed something: the overlap is over, a consent has expired, a parked lane
 * flows again.
 */
class EndingSeats implements DueWork {

    private final SeatingParticipants seating;

    EndingSeats(SeatingParticipants seating) {
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "participants";
    }

    @Override
    public void due(String patientId) {
        if (!seating.waitsForStaff(patientId)) {
            seating.look(patientId);
        }
    }
}
