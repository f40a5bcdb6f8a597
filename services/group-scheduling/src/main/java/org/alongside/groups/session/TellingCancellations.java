package org.alongside.groups.session;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.OwedSession;
import org.alongside.groups.participant.Attending;

/** Tells everyone who holds a seat that a session falls out, and when the next one is. */
class TellingCancellations implements OwedWork<Boolean> {

    private final Documents<Group> groups;
    private final Attending attending;

    TellingCancellations(Documents<Group> groups, Attending attending) {
        this.groups = groups;
        this.attending = attending;
    }

    @Override
    public String collection() {
        return "groups";
    }

    @Override
    public String want() {
        return Group.MISSED;
    }

    @Override
    public Boolean carryOut(String groupId, String entry, Owed owed) {
        var group = groups.find(groupId).orElseThrow().orElseThrow();
        attending.missed(owed.target(), group, OwedSession.of(owed));
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
