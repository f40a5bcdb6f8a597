package org.alongside.groups.participant;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;

/** Tells the head of a queue that the place is theirs; who wants it no more frees it for the next. */
class PromotingWaits implements OwedWork<Boolean> {

    private final Documents<Group> groups;
    private final SeatingParticipants seating;

    PromotingWaits(Documents<Group> groups, SeatingParticipants seating) {
        this.groups = groups;
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "groups";
    }

    @Override
    public String want() {
        return Group.PROMOTE;
    }

    @Override
    public Boolean carryOut(String groupId, String seatId, Owed owed) {
        return seating.promoted(owed.target(), seatId);
    }

    @Override
    public void settle(String groupId, String seatId, Owed owed, Boolean wanted) {
        groups.change(groupId, Cause.OWN, (kept, now) -> {
            Decision<Group, Void> freed =
                    wanted ? Decision.unchanged() : kept.orElseThrow().release(seatId, now);
            return freed.settling(seatId);
        });
    }
}
