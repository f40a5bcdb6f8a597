package org.alongside.groups.session;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.OwedSession;
import org.alongside.groups.participant.Attending;

/** Brings the attendance of a session, as it is recorded by then, to each person's document. */
class TellingAttendance implements OwedWork<Boolean> {

    private final Documents<Group> groups;
    private final Attending attending;

    TellingAttendance(Documents<Group> groups, Attending attending) {
        this.groups = groups;
        this.attending = attending;
    }

    @Override
    public String collection() {
        return "groups";
    }

    @Override
    public String want() {
        return Group.ATTENDED;
    }

    @Override
    public Boolean carryOut(String groupId, String entry, Owed owed) {
        var group = groups.find(groupId).orElseThrow().orElseThrow();
        var session = OwedSession.of(owed);
        var outcome = group.outcomeOf(owed.target(), session.date()).orElse(owed.detail("outcome"));
        attending.record(owed.target(), group, session, outcome);
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
