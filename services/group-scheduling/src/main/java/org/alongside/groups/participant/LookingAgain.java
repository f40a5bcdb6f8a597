package org.alongside.groups.participant;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;

/** A group has changed: everyone who sat or waited there then is looked at again, each by themselves. */
class LookingAgain implements OwedWork<Boolean> {

    private final Documents<Group> groups;
    private final SeatingParticipants seating;

    LookingAgain(Documents<Group> groups, SeatingParticipants seating) {
        this.groups = groups;
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "groups";
    }

    @Override
    public String want() {
        return Group.LOOK_AGAIN;
    }

    @Override
    public Boolean carryOut(String groupId, String entry, Owed owed) {
        seating.look(owed.target());
        return true;
    }

    @Override
    public void settle(String groupId, String entry, Owed owed, Boolean done) {
        groups.change(
                groupId,
                Cause.OWN,
                (kept, now) -> Decision.<Group, Void>unchanged().settling(entry));
    }
}
